import type { Evidence } from '@/lib/known/known'
import type { Patch } from '@/lib/topology/patch'
import type { Noun } from '@/lib/trace/trace'

/** Most urgent first: `high` stops calls or opens an API, `medium` misleads or will stop them, the rest is hygiene. */
export const severities = ['high', 'medium', 'low', 'info'] as const
export type Severity = (typeof severities)[number]

export const atLeast = (severity: Severity, limit: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(limit)

/** A change of the topology that makes the finding go away, and admits nobody beyond whom it names. */
export interface FindingFix {
  label: string
  patch: Patch
}

/** A rule's remark on one resource: an element of `throughline check --json`. */
export interface Finding {
  rule: string
  severity: Severity
  /** The id of the sentence in the rule's own table. */
  reason: string
  resource: string
  /** JSON Pointer inside the resource. */
  path?: string
  sentence: string
  /** The parts of the sentence that are links. */
  nouns: Noun[]
  evidence: Evidence[]
  docs: string
  fix?: FindingFix
}
