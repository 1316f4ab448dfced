import { aclSays, type Ports } from '@/lib/network/networkAcls'
import type { Point } from '@/lib/network/point'
import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding } from '../check'
import { timeout } from '../outcome'
import { aclParts, subnetOf } from './parts'

export const leaves = defineCheck(
  'network-acl.leaves',
  'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
  {
    request: '{acl} lets the call out of {subnet} to {peer}, {ports}.',
    answer: '{acl} lets the answer out of {subnet} to {peer}, {ports}.',
    'refuses-request':
      '{acl} does not let the call out of {subnet} to {peer}, {ports}. Allow it in an outbound entry before the one that denies.',
    'refuses-answer':
      '{acl} does not let the answer out of {subnet} to {peer}, {ports}: ACLs keep no state. Allow these ports outbound.',
    'not-visible': 'Whether {acl} lets packets out of {subnet} to {peer} is not known.',
  },
)

/** What leaves a subnet: the call at its start, the answer at its end. Inside one subnet no ACL is asked. */
export function leavesCheck(
  doc: TopologyDocument,
  here: Point,
  peer: Point,
  ports: Ports,
  what: 'request' | 'answer',
): Finding | undefined {
  const subnet = subnetOf(here)
  if (subnet === undefined || subnet === subnetOf(peer)) return undefined
  const fact = aclSays(doc, subnet, true, peer.range, ports)
  const parts = () => aclParts(doc, fact, subnet, peer, ports)
  if (fact.verdict === 'pass') return leaves.pass(what, parts)
  if (fact.verdict === 'fail') return leaves.fail(`refuses-${what}`, [timeout], parts)
  return leaves.unknown('not-visible', fact.missing ?? [], [timeout], parts)
}
