import type { JunitCase } from '@/lib/findings/format/junit'
import { lineFinder } from '@/lib/findings/format/lines'
import type { SarifLevel, SarifResult, SarifRun } from '@/lib/findings/format/sarif'
import { pointer } from '@/lib/topology/pointer'
import type { Grade } from './compare'
import { sayOutcome } from './outcome'
import type { CaseResult } from './result'

/** The results of one CASES file, in the order of its cases; `text` is what stands in it. */
export interface FileResults {
  file: string
  text: string
  results: CaseResult[]
}

/** A report names what differs; a case that matches is no result. */
const reported: Partial<Record<Grade, { title: string; level: SarifLevel }>> = {
  fail: { title: 'The trace differs from what the case expects', level: 'error' },
  lucky: { title: 'The trace answers one of several outcomes outright', level: 'note' },
  cautious: { title: 'The trace leaves open what the case infers', level: 'note' },
  bold: { title: 'The trace answers what the case leaves open', level: 'note' },
}

const ruleOf = (grade: string) => `case.${grade}`

/** Cases as a run of SARIF: a result for each that does not match, at its line of the file. */
export function casesRun(files: readonly FileResults[]): SarifRun {
  return {
    rules: Object.entries(reported).map(([grade, rule]) => ({ id: ruleOf(grade), ...rule })),
    results: files.flatMap(({ file, text, results }) => {
      const lineOf = lineFinder(text)
      return results.flatMap((result, i): SarifResult[] => {
        const rule = reported[result.grade]
        if (!rule) return []
        const at = pointer(['cases', i])
        return [
          {
            rule: ruleOf(result.grade),
            level: rule.level,
            message: `${result.id}: ${differs(result)}`,
            file,
            pointer: at,
            line: lineOf(at),
            fingerprint: `${result.grade} ${result.id}`,
          },
        ]
      })
    }),
  }
}

/** Every case as a case of JUnit, grouped as the file groups it; cases for explain only are skipped ones. */
export const casesJunit = (files: readonly FileResults[]): JunitCase[] =>
  files.flatMap(({ results }) => results.map(junitCase))

function junitCase(result: CaseResult): JunitCase {
  const { id: name, group, grade, expected } = result
  if (grade === 'skipped') return { name, group, skipped: 'For explain only.' }
  if (grade !== 'fail') return { name, group }
  const details = [...result.wrong, `expected: ${expected.verdict}, ${sayOutcome(expected.outcome)}`]
  if (result.got) details.push(`got: ${result.got.verdict}, ${sayOutcome(result.got.outcome)}`)
  return { name, group, failure: { message: differs(result), details: details.join('\n') } }
}

const differs = ({ wrong, reported: also, confidentlyWrong, claimsWhatNobodyKnows }: CaseResult): string => {
  const mark = confidentlyWrong ? 'confidently wrong: ' : claimsWhatNobodyKnows ? 'claims what nobody knows: ' : ''
  return `${mark}${[...wrong, ...also].join('; ')}`
}
