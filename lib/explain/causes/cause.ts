import type { Kind } from '@/lib/topology/kinds'
import type { CauseVerdict, TellApart } from '../explanation'
import type { Seen } from '../seen/seen'
import type { CauseId } from './ids'

/**
 * A check of the trace that asks the question of a cause: where it fails the cause holds, where it passes everywhere
 * the cause falls. The other fields narrow it down, since one check stands at several places and fails for several
 * reasons.
 */
export interface CheckOf {
  check: string
  /** Kinds of the hop at which it stands. */
  at?: Kind[]
  /** Reasons of a failure that mean this cause. */
  reasons?: string[]
  /** Reasons, no failures, that let it be this cause all the same. */
  shows?: string[]
  /** Up to the first API or load balancer, or behind it. */
  side?: 'front' | 'behind'
  /** Where the caller stands. */
  from?: 'vpc' | 'premises'
  /** What the evidence of the failure has to hold. */
  evidence?: RegExp
}

/** How a cause fits what was seen. Within one verdict the greater weight comes first. */
export interface Fit {
  verdict: CauseVerdict
  weight: number
  reason: string
  fill?: Record<string, string>
}

/** The paste itself shows that it is not so. */
export interface Refuted {
  refuted: string
}

export interface CauseRule {
  id: CauseId
  docs: string
  says: Readonly<Record<string, string>>
  checks: CheckOf[]
  /** Tells of the shape of the answer: a topology alone never shows it. */
  ofAnswer?: true
  fits: (seen: Seen) => Fit | Refuted | undefined
  tellApart: (seen: Seen) => TellApart
}

interface Declared<S extends Record<string, string>> {
  docs: string
  /** Whole sentences by reason; words in braces are filled in. */
  says: S
  checks: CheckOf[]
  ofAnswer?: true
  fits: (seen: Seen, is: Verdicts<keyof S & string>) => Fit | Refuted | undefined
  tellApart: (seen: Seen) => TellApart
}

type Say<R extends string> = (weight: number, reason: R, fill?: Record<string, string>) => Fit
export interface Verdicts<R extends string> {
  certain: Say<R>
  likely: Say<R>
  possible: Say<R>
  not: (refuted: string) => Refuted
}

/** Declares a cause: what it says, which checks ask the same, when it fits, and the one fact that proves it. */
export function defineCause<const S extends Record<string, string>>(id: CauseId, declared: Declared<S>): CauseRule {
  const say =
    (verdict: CauseVerdict): Say<keyof S & string> =>
    (weight, reason, fill) => ({ verdict, weight, reason, ...(fill ? { fill } : {}) })
  const verdicts: Verdicts<keyof S & string> = {
    certain: say('certain'),
    likely: say('likely'),
    possible: say('possible'),
    not: (refuted) => ({ refuted }),
  }
  return { ...declared, id, fits: (seen) => declared.fits(seen, verdicts) }
}

/** The sentence of a fit; a word that nothing fills in stays out of it. */
export const sentenceOf = (rule: CauseRule, fit: Fit): string =>
  (rule.says[fit.reason] ?? '').replaceAll(/\{(\w+)\}/g, (_, name: string) => fit.fill?.[name] ?? `the ${name}`)
