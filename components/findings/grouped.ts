import type { Remarks } from '@/components/canvas/model/remarks'
import type { Finding, Severity } from '@/lib/findings/finding'
import { severities } from '@/lib/findings/finding'

export interface RuleGroup {
  rule: string
  title: string
  severity: Severity
  docs: string
  findings: Finding[]
}

/** Findings by rule, the most severe rule first. */
export function groupedByRule(findings: readonly Finding[], titles: ReadonlyMap<string, string>): RuleGroup[] {
  const groups = new Map<string, RuleGroup>()
  for (const finding of findings) {
    const { rule, severity, docs } = finding
    const group = groups.get(rule) ?? { rule, title: titles.get(rule) ?? rule, severity, docs, findings: [] }
    group.findings.push(finding)
    groups.set(rule, group)
  }
  return [...groups.values()].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
}

/** What tells one finding from the next. */
export const keyOf = ({ rule, resource, path = '', sentence }: Finding): string =>
  `${rule} ${resource}${path} ${sentence}`

/** The most severe finding of each resource and how many it has: what a node wears. */
export function badgesOf(findings: readonly Finding[]): Map<string, Remarks> {
  const badges = new Map<string, Remarks>()
  for (const { resource, severity } of findings) {
    const known = badges.get(resource)
    // Findings come most severe first.
    badges.set(resource, { count: (known?.count ?? 0) + 1, severity: known?.severity ?? severity })
  }
  return badges
}
