import { aclSays, type Ports } from '@/lib/network/networkAcls'
import type { Point } from '@/lib/network/point'
import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding } from '../check'
import { timeout } from '../outcome'
import { aclParts, subnetOf } from './parts'

export const enters = defineCheck(
  'network-acl.enters',
  'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
  {
    request: '{acl} lets the call into {subnet} from {peer}, {ports}.',
    answer: '{acl} lets the answer into {subnet} from {peer}, {ports}.',
    'refuses-request':
      '{acl} does not let the call into {subnet} from {peer}, {ports}. Allow it in an inbound entry before the one that denies.',
    'refuses-answer':
      '{acl} does not let the answer into {subnet} from {peer}, {ports}: ACLs keep no state. Allow these ports inbound.',
    'not-visible': 'Whether {acl} lets packets into {subnet} from {peer} is not known.',
  },
)

/** What enters a subnet: the call at its end, the answer where the call began. Inside one subnet no ACL is asked. */
export function entersCheck(
  doc: TopologyDocument,
  here: Point,
  peer: Point,
  ports: Ports,
  what: 'request' | 'answer',
): Finding | undefined {
  const subnet = subnetOf(here)
  if (subnet === undefined || subnet === subnetOf(peer)) return undefined
  const fact = aclSays(doc, subnet, false, peer.range, ports)
  const parts = () => aclParts(doc, fact, subnet, peer, ports)
  if (fact.verdict === 'pass') return enters.pass(what, parts)
  if (fact.verdict === 'fail') return enters.fail(`refuses-${what}`, [timeout], parts)
  return enters.unknown('not-visible', fact.missing ?? [], [timeout], parts)
}
