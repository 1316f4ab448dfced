/** Why a fact is missing. The words are those of `notVisible` in a topology document. */
export const whys = [
  'accessDenied',
  'throttled',
  'failed',
  'notInspected',
  'knownAfterApply',
  'notModelled',
  'masked',
] as const
export type Why = (typeof whys)[number]

/** A field that was read, and what it held. `path` is a JSON Pointer inside the resource. */
export interface Evidence {
  resource: string
  path: string
  value: unknown
}

/** A fact nobody could read: where it would stand, why it is missing, and what would settle it. */
export interface Missing {
  resource: string
  path: string
  why: Why
  ask: string
  permission?: string
}

/**
 * A fact with its evidence, or what is missing. *Unknown* always carries at least one `Missing`: it cannot be made by
 * leaving something out.
 */
export type Known<T> =
  | { known: true; value: T; evidence: Evidence[] }
  | { known: false; missing: [Missing, ...Missing[]] }

export const known = <T>(value: T, evidence: Evidence[] = []): Known<T> => ({ known: true, value, evidence })

export const missing = (first: Missing, ...more: Missing[]): Known<never> => ({
  known: false,
  missing: [first, ...more],
})

export const mapKnown = <T, U>(fact: Known<T>, f: (value: T) => U): Known<U> =>
  fact.known ? known(f(fact.value), fact.evidence) : fact

export const chainKnown = <T, U>(fact: Known<T>, f: (value: T) => Known<U>): Known<U> => {
  if (!fact.known) return fact
  const next = f(fact.value)
  return next.known ? known(next.value, [...fact.evidence, ...next.evidence]) : next
}

/** All of the facts, or everything that is missing among them. */
export const allKnown = <T>(facts: Known<T>[]): Known<T[]> => {
  const values: T[] = []
  const evidence: Evidence[] = []
  const gaps: Missing[] = []
  for (const fact of facts) {
    if (fact.known) {
      values.push(fact.value)
      evidence.push(...fact.evidence)
    } else gaps.push(...fact.missing)
  }
  const [first, ...more] = gaps
  return first ? missing(first, ...more) : known(values, evidence)
}
