import { pointer } from '@/lib/topology/pointer'
import type { Breakage } from './breakage'

/** The last target group on the path has no target any more. */
export const targetGone: Breakage = {
  name: 'target-gone',
  label: 'Target gone',
  says: 'The last target group on the way has no registered target any more.',
  apply(doc, _invocation, trace) {
    const group = trace.hops.flatMap((hop) => hop.checks.filter((c) => c.id === 'target.usable')).at(-1)?.resource
    if (group === undefined) return undefined
    const label = `Break: ${doc.resources[group]?.name ?? group} without targets`
    return { edit: { label, patch: [{ op: 'replace', path: pointer(['resources', group, 'targets']), value: [] }] } }
  },
}
