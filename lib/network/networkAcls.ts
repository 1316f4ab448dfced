import type { Missing } from '@/lib/known/known'
import type { ResourceOf, TopologyDocument } from '@/lib/topology/document'
import { readField, readWhole } from '@/lib/topology/read'
import { covers, overlaps, type Range, rangeOf } from './range'

/** Both ends included. */
export type Ports = readonly [number, number]

/**
 * Ports that answers go back to: Linux picks 32768-60999, load balancers and NAT gateways 1024-65535
 * (https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html).
 */
export const hostEphemeral: Ports = [32768, 60999]
export const nodeEphemeral: Ports = [1024, 65535]

export interface AclFact {
  verdict: 'pass' | 'fail' | 'unknown'
  acl: string
  /** Position of the entry that decides; absent when none matches, which refuses. */
  entry?: number
  missing?: Missing[]
}

type Entry = ResourceOf<'networkAcl'>['entries'][number]

/**
 * What the ACL of a subnet says to packets entering or leaving it: the first matching entry by number decides, no entry
 * refuses (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html). Entries that match only some of the
 * addresses or ports leave it open, unless they say the same as the one that decides.
 */
export function aclSays(doc: TopologyDocument, subnet: string, egress: boolean, peer: Range, ports: Ports): AclFact {
  const acl = readField(doc, subnet, 'subnet', 'networkAcl')
  if (!acl.known) return { verdict: 'unknown', acl: subnet, missing: acl.missing }
  const entries = readWhole(doc, acl.value, 'networkAcl', 'entries')
  if (!entries.known) return { verdict: 'unknown', acl: acl.value, missing: entries.missing }
  const ordered = (entries.value ?? [])
    .map((entry, i): [number, Entry] => [i, entry])
    .filter(([, entry]) => entry.egress === egress && isTcp(entry.protocol))
    .sort(([, a], [, b]) => a.ruleNumber - b.ruleNumber)
  const partly = new Set<string>()
  for (const [i, entry] of ordered) {
    const match = matches(entry, peer, ports)
    if (match === 'none') continue
    if (match === 'some') partly.add(entry.ruleAction)
    else return settle(acl.value, partly, entry.ruleAction, i)
  }
  return settle(acl.value, partly, 'deny', undefined)
}

function settle(acl: string, partly: Set<string>, action: 'allow' | 'deny', entry: number | undefined): AclFact {
  partly.delete(action)
  const at = { acl, ...(entry === undefined ? {} : { entry }) }
  if (partly.size === 0) return { verdict: action === 'allow' ? 'pass' : 'fail', ...at }
  const ask = 'Which of the addresses and ports does the call really use? Some match one entry, some another.'
  return { verdict: 'unknown', ...at, missing: [{ resource: acl, path: '/entries', why: 'notModelled', ask }] }
}

const isTcp = (protocol: string) => protocol === '-1' || protocol === '6' || protocol.toLowerCase() === 'tcp'

/** One closed port among tens of thousands does not leave a call open: chance is named only from one in a hundred. */
const negligible = 0.01

function matches(entry: Entry, peer: Range, ports: Ports): 'all' | 'some' | 'none' {
  const block = rangeOf(entry.cidrBlock)
  if (!block || !overlaps(block, peer)) return 'none'
  const { from, to } = entry.protocol === '-1' || !entry.portRange ? { from: 0, to: 65535 } : entry.portRange
  const shared = Math.min(to, ports[1]) - Math.max(from, ports[0]) + 1
  if (shared <= 0) return 'none'
  const share = shared / (ports[1] - ports[0] + 1)
  if (covers(block, peer)) return share > 1 - negligible ? 'all' : share < negligible ? 'none' : 'some'
  return share < negligible ? 'none' : 'some'
}
