import type { Policy } from '../policy'
import { type Clause, clausesOf } from './clause'
import { clauseSays, type Part, shapeSays } from './sentence'
import { type Shape, shapeOf } from './shape'

/** A policy in words: its sentences, and the structure that they are read from. */
export interface Words {
  policy: Policy
  shape: Shape
  clauses: Clause[]
  /** One sentence for the whole policy. */
  summary: Part[]
  /** One sentence for each statement, in order. */
  sentences: Part[][]
}

export function wordsOf(policy: Policy): Words {
  const clauses = clausesOf(policy)
  const shape = shapeOf(clauses)
  const { problems } = policy
  const [first] = problems
  const summary: Part[] = first
    ? [{ text: 'AWS refuses this policy when it is saved: ' }, { text: first.sentence, at: first.at }]
    : shapeSays(shape, clauses, policy.kind)
  return { policy, shape, clauses, summary, sentences: clauses.map(clauseSays) }
}

export const plain = (parts: readonly Part[]): string => parts.map((part) => part.text).join('')
