import type { TopologyDocument } from '@/lib/topology/document'
import { rules } from '.'
import { type Finding, severities } from './finding'

/** A finding that somebody accepted, with the reason. */
export interface Suppressed {
  finding: Finding
  reason: string
  /** Who accepted it. */
  by?: string
  /** The last day (YYYY-MM-DD) on which it is accepted. */
  until?: string
}

export interface Findings {
  /** Most severe first, then in the order of the rules. */
  findings: Finding[]
  suppressed: Suppressed[]
}

type Entry = NonNullable<TopologyDocument['suppressed']>[number]

/**
 * Everything that the rules remark on a topology. What its `suppressed` entries name is taken out and kept beside;
 * `today` (YYYY-MM-DD) ends those whose last day is past, and without it none has ended.
 */
export function findingsOf(doc: TopologyDocument, today?: string): Findings {
  const all = rules.flatMap((rule) => rule.find(doc))
  all.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
  const open = (doc.suppressed ?? []).filter((entry) => !hasEnded(entry, today))
  const findings: Finding[] = []
  const suppressed: Suppressed[] = []
  for (const finding of all) {
    const entry = open.find((e) => e.rule === finding.rule && e.resource === finding.resource)
    if (entry) suppressed.push({ finding, reason: entry.reason, by: entry.by, until: entry.until })
    else findings.push(finding)
  }
  return { findings, suppressed }
}

const hasEnded = (entry: Entry, today: string | undefined): boolean =>
  today !== undefined && entry.until !== undefined && entry.until < today
