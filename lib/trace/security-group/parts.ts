import type { Point } from '@/lib/network/point'
import type { GroupFact } from '@/lib/network/securityGroups'
import type { TopologyDocument } from '@/lib/topology/document'
import { valueAt } from '@/lib/topology/pointer'
import { type Fill, link } from '../check'

/** The nouns and the evidence of what the groups at one end say, the same for both directions. */
export function groupParts(
  doc: TopologyDocument,
  fact: GroupFact,
  here: Point,
  peer: Point,
  port: number,
  direction: 'in' | 'out',
) {
  const path = fact.rule ?? (direction === 'in' ? '/ipPermissions' : '/ipPermissionsEgress')
  const fill: Record<string, Fill> = {
    here: link(doc, here.resource),
    peer: peer.range.text,
    port: String(port),
    group: fact.group === undefined ? 'its security group' : link(doc, fact.group, path),
  }
  const words = { pass: `sg ${direction} ${port}`, fail: `sg no ${port}`, unknown: 'sg not known' }
  const evidence =
    fact.group === undefined
      ? [
          {
            resource: here.resource,
            path: '/securityGroups',
            value: valueAt(doc.resources[here.resource], '/securityGroups'),
          },
        ]
      : [{ resource: fact.group, path, value: valueAt(doc.resources[fact.group], path) }]
  return {
    fact: fact.reason === 'no-filter' ? 'no SG' : words[fact.verdict],
    fill,
    evidence,
    ...(fact.group === undefined ? {} : { resource: fact.group }),
  }
}
