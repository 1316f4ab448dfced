import { pointer } from '@/lib/topology/pointer'
import { rules } from '..'
import { atLeast, type Finding, type Severity } from '../finding'
import type { Findings } from '../findings'
import type { JunitCase } from './junit'
import { lineFinder } from './lines'
import type { SarifLevel, SarifResult, SarifRun } from './sarif'

const levels: Record<Severity, SarifLevel> = { high: 'error', medium: 'warning', low: 'note', info: 'note' }

/** Findings as a run of SARIF; `file` is the topology they are about, `text` what stands in it. */
export function findingsRun({ findings, suppressed }: Findings, file: string, text?: string): SarifRun {
  const lineOf = text === undefined ? undefined : lineFinder(text)
  return {
    rules: rules.map(({ id, title, docs, severity }) => ({ id, title, helpUri: docs, level: levels[severity] })),
    results: [
      ...findings.map((finding) => resultOf(finding, file, lineOf)),
      ...suppressed.map(({ finding, reason }) => ({ ...resultOf(finding, file, lineOf), suppressed: reason })),
    ],
  }
}

function resultOf(finding: Finding, file: string, lineOf?: (pointer: string) => number): SarifResult {
  const { rule, severity, sentence, fix, resource, path = '' } = finding
  const message = fix ? `${sentence} Fix: ${fix.label}.` : sentence
  const at = `${pointer(['resources', resource])}${path}`
  return {
    rule,
    level: levels[severity],
    message,
    file,
    pointer: at,
    ...(lineOf ? { line: lineOf(at) } : {}),
    fingerprint: `${rule} ${at} ${finding.reason}`,
  }
}

/** Every rule as a case that passes when it finds nothing as severe as the limit; suppressed findings are skipped ones. */
export function findingsCases({ findings, suppressed }: Findings, limit: Severity): JunitCase[] {
  return rules.flatMap(({ id, title }): JunitCase[] => {
    const own = findings.filter((f) => f.rule === id)
    const accepted = suppressed.filter((s) => s.finding.rule === id)
    if (own.length + accepted.length === 0) return [{ name: title, group: id }]
    const name = ({ resource, path = '' }: Finding) => `${title}: ${resource}${path}`
    return [
      ...own.map((f) =>
        atLeast(f.severity, limit)
          ? { name: name(f), group: id, failure: failureOf(f) }
          : { name: name(f), group: id, skipped: f.sentence },
      ),
      ...accepted.map(({ finding, reason }) => ({ name: name(finding), group: id, skipped: `Suppressed: ${reason}` })),
    ]
  })
}

const failureOf = ({ sentence, docs, fix }: Finding) => ({
  message: sentence,
  details: [sentence, ...(fix ? [`Fix: ${fix.label}`] : []), docs].join('\n'),
})
