import { resourceOf } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import type { Breakage } from './breakage'

/** The group that admits the call where its packets first arrive loses its rules for that port. */
export const securityGroup: Breakage = {
  name: 'security-group',
  label: 'Security group',
  says: 'The group no longer admits the port that the call comes to.',
  apply(doc, _invocation, trace) {
    for (const hop of trace.hops)
      for (const check of hop.checks) {
        const group = check.resource
        if (check.id !== 'security-group.ingress' || check.reason !== 'admits' || group === undefined) continue
        const held = resourceOf(doc, group, 'securityGroup')?.ipPermissions
        const rule = check.evidence.find((e) => e.resource === group)
        const at = Number(/^\/ipPermissions\/(\d+)$/.exec(rule?.path ?? '')?.[1])
        const port = held?.[at]?.fromPort
        if (!held || Number.isNaN(at)) continue
        const left = held.filter(
          (p, i) => i !== at && p.ipProtocol !== '-1' && !(port !== undefined && p.fromPort === port),
        )
        const name = doc.resources[group]?.physicalId ?? group
        return {
          edit: {
            label: `Break: ${name} without its inbound rule`,
            patch: [{ op: 'replace', path: pointer(['resources', group, 'ipPermissions']), value: left }],
          },
        }
      }
    return undefined
  },
}
