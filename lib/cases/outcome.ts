import type { Outcome } from '@/lib/trace/trace'
import type { ConcreteOutcome, ExpectedOutcome } from './format'

/** How an outcome stands to the expected one: the differences that fail, and those that are only reported. */
export interface OutcomeComparison {
  wrong: string[]
  reported: string[]
  /** One of several candidates was answered outright. */
  lucky: boolean
}

type SoftField = 'status' | 'errorType' | 'body'

/** Kind and status are enough for a candidate; a status that the case leaves out is not compared. */
export const fits = (got: Outcome, wanted: ConcreteOutcome): boolean =>
  got.kind === wanted.kind && (wanted.status === undefined || got.status === wanted.status)

export const fitsOne = (got: Outcome, wanted: ConcreteOutcome[]): boolean => wanted.some((w) => fits(got, w))

/** The outcomes that an outcome leaves open: its candidates, or itself. */
export const possibilities = (got: Outcome): Outcome[] => (got.kind === 'unknown' ? (got.candidates ?? []) : [got])

export function compareOutcome(got: Outcome, wanted: ExpectedOutcome, soft: readonly SoftField[]): OutcomeComparison {
  return wanted.kind === 'unknown' ? compareOpen(got, wanted.candidates) : compareConcrete(got, wanted, soft)
}

function compareConcrete(got: Outcome, wanted: ConcreteOutcome, soft: readonly SoftField[]): OutcomeComparison {
  const result: OutcomeComparison = { wrong: [], reported: [], lucky: false }
  if (got.kind !== wanted.kind) {
    result.wrong.push(`outcome ${sayOutcome(got)}, wanted ${sayOutcome(wanted)}`)
    return result
  }
  const differ = (field: SoftField, is: unknown, wants: unknown) =>
    (soft.includes(field) ? result.reported : result.wrong).push(`${field} ${say(is)}, wanted ${say(wants)}`)
  if (wanted.status !== undefined && got.status !== wanted.status) differ('status', got.status, wanted.status)
  if (wanted.errorType !== undefined && got.errorType !== wanted.errorType)
    differ('errorType', got.errorType, wanted.errorType)
  if (!bodyFits(got, wanted)) differ('body', got.body, wanted.body ?? wanted.bodyAnyOf ?? wanted.bodyContains)
  if (wanted.curlExitCode !== undefined && got.curlExitCode !== undefined && got.curlExitCode !== wanted.curlExitCode)
    result.reported.push(`curlExitCode ${got.curlExitCode}, wanted ${wanted.curlExitCode}`)
  return result
}

/** White space at the end of a body does not count (a masked answer may end in a newline); spacing inside does. */
function bodyFits(got: Outcome, wanted: ConcreteOutcome): boolean {
  const is = got.body?.trimEnd()
  if (wanted.body !== undefined && is !== wanted.body.trimEnd()) return false
  if (wanted.bodyAnyOf !== undefined && !wanted.bodyAnyOf.some((text) => text.trimEnd() === is)) return false
  if (wanted.bodyContains === undefined) return true
  return (is ?? got.bodyContains ?? '').includes(wanted.bodyContains)
}

/** Each candidate answered fits one of those wanted, and there are two at least; a single one is a lucky guess. */
function compareOpen(got: Outcome, wanted: ConcreteOutcome[]): OutcomeComparison {
  const answered = possibilities(got)
  const strange = answered.filter((candidate) => !fitsOne(candidate, wanted))
  if (answered.length === 0) return { wrong: ['outcome unknown without candidates'], reported: [], lucky: false }
  if (strange.length > 0)
    return {
      wrong: [`${strange.map(sayOutcome).join(' | ')} is not among ${wanted.map(sayOutcome).join(' | ')}`],
      reported: [],
      lucky: false,
    }
  return { wrong: [], reported: [], lucky: answered.length === 1 }
}

const say = (value: unknown): string => (value === undefined ? 'none' : JSON.stringify(value))

/** An outcome in a few words: `response 403 ForbiddenException`, `timeout`, `unknown {dns | response 403}`. */
export function sayOutcome(outcome: Outcome | ExpectedOutcome): string {
  if (outcome.kind === 'unknown') return `unknown {${(outcome.candidates ?? []).map(sayOutcome).join(' | ')}}`
  const words = [outcome.kind, outcome.status, outcome.errorType].filter((word) => word !== undefined)
  return words.join(' ')
}
