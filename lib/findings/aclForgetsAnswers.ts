import { aclSays, hostEphemeral, nodeEphemeral, type Ports } from '@/lib/network/networkAcls'
import { endpointPoints, type Point } from '@/lib/network/point'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { subnetOf } from '@/lib/trace/network-acl/parts'
import { put } from './example'
import { pairsOf } from './facts/admitted'
import { ledToEndpoints } from './facts/callers'
import { forwards } from './facts/forwards'
import type { FindingFix } from './finding'
import { defineRule } from './rule'

const acl = 'acl-0a000000000000001'
const entry = (egress: boolean, from: number, to: number) => ({
  ruleNumber: 100,
  egress,
  protocol: '6',
  portRange: { from, to },
  cidrBlock: '0.0.0.0/0',
  ruleAction: 'allow',
})
const all = (egress: boolean) => ({ ...entry(egress, 0, 65535), protocol: '-1' })

/** ACLs keep no state: what lets the call through says nothing of the answer, which goes to a high port. */
export const aclForgetsAnswers = defineRule(
  {
    id: 'acl-forgets-answers',
    title: 'A network ACL that lets calls pass and not their answers',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html',
    says: {
      out: '{acl} lets calls in to {subnets} on port {port} and does not let their answers out to {peers}, ports {ports}: connections time out.',
      in: '{acl} lets calls out of {subnets} to port {port} and does not let their answers back in from {peers}, ports {ports}: connections time out.',
    },
    bad: {
      out: { template: 'private-api', patch: [put([acl, 'entries'], [all(false), entry(true, 443, 443)])] },
      in: { template: 'private-api', patch: [put([acl, 'entries'], [entry(false, 443, 5000), all(true)])] },
    },
    good: { template: 'private-api', patch: [put([acl, 'entries'], [all(false), entry(true, 443, 65535)])] },
  },
  function* (doc, found) {
    for (const { acl, entry, reason, port, ports, peers, subnets } of forgotten(doc)) {
      const path = entry === undefined ? '/entries' : `/entries/${entry}`
      const fill = {
        acl: link(doc, acl, path),
        subnets: [...subnets].map((id) => doc.resources[id]?.physicalId ?? id).join(', '),
        port: String(port),
        peers: [...peers.keys()].join(', '),
        ports: ports.join('-'),
      }
      const fix = allowing(doc, acl, entry, reason === 'out', [...peers.values()], ports)
      yield found(reason, { resource: acl, path, fill, ...(fix ? { fix } : {}) })
    }
  },
)

interface Forgotten {
  acl: string
  entry?: number
  reason: 'out' | 'in'
  port: number
  ports: Ports
  peers: Map<string, Point>
  subnets: Set<string>
}

/** Passages where the call passes and its answer does not, joined by ACL, direction and port. */
function forgotten(doc: TopologyDocument): Iterable<Forgotten> {
  const found = new Map<string, Forgotten>()
  for (const [from, to, port, ports] of connections(doc)) {
    const ends = [subnetOf(from), subnetOf(to)]
    if (ends[0] === ends[1]) continue
    for (const [reason, subnet, peer] of [
      ['out', ends[1], from],
      ['in', ends[0], to],
    ] as const) {
      if (subnet === undefined) continue
      const request = aclSays(doc, subnet, reason === 'in', peer.range, [port, port])
      const answer = aclSays(doc, subnet, reason === 'out', peer.range, ports)
      if (request.verdict !== 'pass' || answer.verdict !== 'fail') continue
      const { acl, entry } = answer
      const key = [acl, entry, reason, port, ports].join(' ')
      const same = found.get(key) ?? { acl, entry, reason, port, ports, peers: new Map(), subnets: new Set() }
      same.peers.set(peer.range.text, peer)
      same.subnets.add(subnet)
      found.set(key, same)
    }
  }
  return found.values()
}

/** Every connection that the topology surely has: callers to endpoints, nodes to targets. */
function* connections(doc: TopologyDocument): Generator<[Point, Point, number, Ports]> {
  for (const { vantage, endpoint } of ledToEndpoints(doc)) {
    const points = endpointPoints(doc, endpoint)
    for (const from of vantage.points)
      for (const to of points.known ? points.value : []) yield [from, to, 443, hostEphemeral]
  }
  for (const forward of forwards(doc))
    for (const [node, to, { port }] of pairsOf(doc, forward)) yield [node, to, port, nodeEphemeral]
}

/** Entries before the one that denies, for these peers and ports; none where no number is free. */
function allowing(
  doc: TopologyDocument,
  id: string,
  at: number | undefined,
  egress: boolean,
  peers: readonly Point[],
  [from, to]: Ports,
): FindingFix | undefined {
  const entries = resourceOf(doc, id, 'networkAcl')?.entries ?? []
  const taken = new Set(entries.filter((e) => e.egress === egress).map((e) => e.ruleNumber))
  const before = Math.min(at === undefined ? lastNumber : (entries[at]?.ruleNumber ?? lastNumber), lastNumber)
  const free = Array.from({ length: before - 1 }, (_, i) => before - 1 - i).filter((number) => !taken.has(number))
  if (free.length < peers.length) return undefined
  const blocks = peers.map(({ range: { text, family } }) =>
    text.includes('/') ? text : `${text}/${family === 6 ? 128 : 32}`,
  )
  const values = blocks.map((cidrBlock, i) => ({
    ...{ ruleNumber: free[i], egress, protocol: '6', portRange: { from, to }, cidrBlock, ruleAction: 'allow' },
  }))
  return {
    label: `Let answers ${egress ? 'out to' : 'in from'} ${blocks.join(', ')}, ports ${from}-${to}`,
    patch: values.map((value) => ({ op: 'add', path: `${pointer(['resources', id, 'entries'])}/-`, value })),
  }
}

/** The number of the entry that AWS puts last, which denies what no other one decides. */
const lastNumber = 32_767
