import type { PolicyName } from '../decide'
import type { Gate } from '../gate'
import { factsOfPolicy, isUnread, type Question } from '../question'
import { askSide, type Side, unread } from '../side'
import { either } from '../tri'

/** Adds the gates of one stage. */
export type AddGates = (question: Question, gates: Gate[]) => void

export function side(question: Question, name: PolicyName, facts = factsOfPolicy(question, name)): Side {
  return isUnread(question, name) ? unread(name) : askSide(name, question.documents[name], facts)
}

/** A policy that decides alone: it denies, or allows, or is silent. */
export function alone(asked: Side): Gate {
  const { deny, denies, allows, policy } = asked
  return { deny, denies, allow: either(asked.direct, asked.account), allows, sides: [asked], silent: policy }
}
