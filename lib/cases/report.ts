import type { CaseResult } from './result'
import { type Score, scoreOf, type Tally } from './score'

/** What `test CASES` prints: the failures, the score by group and certainty, the limits. */
export function reportText(results: CaseResult[]): string {
  const score = scoreOf(results)
  const lines = [
    ...results.filter((r) => r.grade === 'fail').map(failure),
    ...results.filter((r) => ['lucky', 'cautious', 'bold'].includes(r.grade)).map(reportedLine),
  ]
  if (lines.length > 0) lines.push('')
  lines.push(...table('group', Object.entries(score.byGroup)), '')
  lines.push(...table('certainty', Object.entries(score.byCertainty)), '')
  lines.push(...limits(score), ...score.broken)
  lines.push(`${score.all.passed} passed, ${score.all.failed} failed${skipped(score)}`)
  return `${lines.join('\n')}\n`
}

const failure = (r: CaseResult): string => {
  const mark = r.confidentlyWrong ? ' CONFIDENTLY WRONG' : r.claimsWhatNobodyKnows ? ' CLAIMS WHAT NOBODY KNOWS' : ''
  return `FAIL ${r.id} (${r.group}, ${r.certainty})${mark}: ${r.wrong.join('; ')}`
}

const reportedLine = (r: CaseResult): string => `${r.grade.padEnd(8)} ${r.id}: ${r.reported.join('; ')}`.trimEnd()

const skipped = (score: Score) => (score.skipped > 0 ? `, ${score.skipped} for explain only` : '')

function limits(score: Score): string[] {
  const ids = (results: CaseResult[]) =>
    results.length === 0 ? '0' : `${results.length} (${results.map((r) => r.id).join(' ')})`
  return [
    `confidently wrong: ${ids(score.confidentlyWrong)}`,
    `claims what nobody knows: ${ids(score.claimsWhatNobodyKnows)}`,
    `lucky ${score.all.lucky}, cautious ${score.all.cautious}, bold ${score.all.bold}`,
  ]
}

function table(title: string, rows: [string, Tally][]): string[] {
  const width = Math.max(title.length, ...rows.map(([name]) => name.length))
  return [
    `${title.padEnd(width)}  passed  failed`,
    ...rows.map(
      ([name, tally]) =>
        `${name.padEnd(width)}  ${String(tally.passed).padStart(6)}  ${String(tally.failed).padStart(6)}`,
    ),
  ]
}
