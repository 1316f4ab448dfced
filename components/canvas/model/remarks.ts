import type { Severity } from '@/lib/findings/finding'

/** What the rules remark on a resource: how often, and how severe the worst is. */
export interface Remarks {
  count: number
  severity: Severity
}
