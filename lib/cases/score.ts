import type { Certainty } from './format'
import type { CaseResult } from './result'

/** More than a third of lucky guesses among the unknown outcomes fails the whole set. */
export const luckyShareMax = 1 / 3
/** At most this share of the inferred cases may be answered `unknown`. */
export const cautiousShareMax = 0.15

export interface Tally {
  total: number
  passed: number
  failed: number
  lucky: number
  cautious: number
  bold: number
}

export interface Score {
  all: Tally
  byGroup: Record<string, Tally>
  byCertainty: Record<Certainty, Tally>
  skipped: number
  confidentlyWrong: CaseResult[]
  claimsWhatNobodyKnows: CaseResult[]
  /** Broken limits of the whole set, as sentences. */
  broken: string[]
}

const empty = (): Tally => ({ total: 0, passed: 0, failed: 0, lucky: 0, cautious: 0, bold: 0 })

/** The score of a set of cases; a set passes when no case fails and no limit is broken. */
export function scoreOf(results: CaseResult[]): Score {
  const score: Score = {
    all: empty(),
    byGroup: {},
    byCertainty: { measured: empty(), documented: empty(), inferred: empty() },
    skipped: 0,
    confidentlyWrong: results.filter((result) => result.confidentlyWrong),
    claimsWhatNobodyKnows: results.filter((result) => result.claimsWhatNobodyKnows),
    broken: [],
  }
  for (const result of results) {
    if (result.grade === 'skipped') {
      score.skipped++
      continue
    }
    const group = score.byGroup[result.group] ?? empty()
    score.byGroup[result.group] = group
    for (const tally of [score.all, group, score.byCertainty[result.certainty]]) count(tally, result)
  }
  score.broken = brokenLimits(results, score)
  return score
}

function count(tally: Tally, { grade }: CaseResult): void {
  tally.total++
  if (grade === 'fail') tally.failed++
  else tally.passed++
  if (grade === 'lucky' || grade === 'cautious' || grade === 'bold') tally[grade]++
}

function brokenLimits(results: CaseResult[], score: Score): string[] {
  const broken: string[] = []
  const open = results.filter((r) => r.grade !== 'skipped' && r.expected.outcome.kind === 'unknown').length
  const { lucky } = score.all
  if (lucky > open * luckyShareMax)
    broken.push(`${lucky} of ${open} unknown outcomes are lucky guesses; at most a third may be.`)
  const { cautious, total } = score.byCertainty.inferred
  if (cautious > total * cautiousShareMax)
    broken.push(`${cautious} of ${total} inferred cases are answered unknown; at most 15 % may be.`)
  return broken
}
