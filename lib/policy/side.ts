import type { Decider, InvalidAt, PolicyName } from './decide'
import type { Facts } from './facts'
import type { Notes } from './pattern'
import type { Policy } from './policy'
import { matchRule, noteRule, type Rule, rulesOf } from './rule'
import { either, MAYBE, NO, type Tri } from './tri'

/** A statement that matches, or may. */
export interface Hit extends Decider {
  value: Tri
  /** Only the caller's account is named. */
  byAccount: boolean
  rule: Rule
  facts: Facts
  /** Why it is MAYBE beside what the rule itself hangs on. */
  reason?: string
  /** It leaves the Allow to the identity policies of the account it names: nothing hangs on it. */
  delegates?: boolean
}

/** What one policy, or all identity policies, say to a call: `any(allows)` and `any(denies)` over three values. */
export interface Side {
  policy: PolicyName
  /** By statements that name the caller, and by those that name its account alone. */
  direct: Tri
  account: Tri
  deny: Tri
  allows: Hit[]
  denies: Hit[]
  /** The policy could not be read, or is of a form without a source: it may say anything. */
  gaps: readonly string[]
}

export function askSide(policy: PolicyName, documents: readonly Policy[], facts: Facts): Side {
  const side: Side = { policy, direct: NO, account: NO, deny: NO, allows: [], denies: [], gaps: [] }
  for (let document = 0; document < documents.length; document++) {
    const parsed = documents[document]
    if (parsed === undefined) continue
    if (parsed.doubts.length > 0) side.gaps = [...side.gaps, ...parsed.doubts]
    for (const rule of rulesOf(parsed)) {
      const { direct, account } = matchRule(rule, facts)
      if (direct === NO && account === NO) continue
      const value = either(direct, account)
      const hit: Hit = { policy, statement: rule.statement.index, value, byAccount: direct === NO, rule, facts }
      if (document > 0) hit.document = document
      if (rule.statement.effect === 'Deny') {
        side.deny = either(side.deny, value)
        side.denies.push(hit)
      } else {
        side.direct = either(side.direct, direct)
        side.account = either(side.account, account)
        side.allows.push(hit)
      }
    }
  }
  return side.gaps.length > 0 ? { ...unread(policy, side.gaps), allows: side.allows, denies: side.denies } : side
}

export const unread = (policy: PolicyName, gaps: readonly string[] = [`policy:${policy}`]): Side => ({
  ...{ policy, direct: MAYBE, account: MAYBE, deny: MAYBE, allows: [], denies: [], gaps },
})

/** The same policy asked in two ways of which no source says which counts: a statement that differs is MAYBE. */
export function mergeSides(a: Side, b: Side, reason: string): Side {
  const allows = mergeHits(a.allows, b.allows, reason)
  const denies = mergeHits(a.denies, b.denies, reason)
  const best = (hits: Hit[]) => hits.reduce<Tri>((value, hit) => either(value, hit.value), NO)
  const direct = allows.filter((hit) => !hit.byAccount)
  return {
    ...a,
    direct: either(best(direct), a.gaps.length > 0 ? MAYBE : NO),
    account: either(best(allows.filter((hit) => hit.byAccount)), a.gaps.length > 0 ? MAYBE : NO),
    deny: either(best(denies), a.gaps.length > 0 ? MAYBE : NO),
    allows,
    denies,
  }
}

function mergeHits(a: Hit[], b: Hit[], reason: string): Hit[] {
  const twin = (hit: Hit, others: Hit[]) => others.find((o) => o.rule === hit.rule && o.document === hit.document)
  const merged = a.map((hit) => (twin(hit, b)?.value === hit.value ? hit : { ...hit, value: MAYBE, reason }))
  return [...merged, ...b.filter((hit) => !twin(hit, a)).map((hit) => ({ ...hit, value: MAYBE, reason }))]
}

export function noteHits(hits: readonly Hit[], note: Notes): void {
  for (const hit of hits) {
    if (hit.value !== MAYBE || hit.delegates) continue
    noteRule(hit.rule, hit.facts, note)
    if (hit.reason !== undefined) note.add(hit.reason)
  }
}

export function invalidOf(policy: PolicyName, documents: readonly Policy[]): InvalidAt[] {
  const found: InvalidAt[] = []
  for (let document = 0; document < documents.length; document++) {
    for (const { at, reason } of documents[document]?.problems ?? [])
      found.push({ policy, at, reason, ...(document > 0 ? { document } : {}) })
  }
  return found
}
