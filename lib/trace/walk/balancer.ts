import { holes } from '@/lib/network/holes'
import type { Point } from '@/lib/network/point'
import { isCrossZone, targetsOf, zoneName } from '@/lib/network/targets'
import { type ResourceOf, resourceOf } from '@/lib/topology/document'
import { link } from '../check'
import { idleCheck } from '../load-balancer/idle'
import { listenerCheck } from '../load-balancer/listener'
import { ruleCheck } from '../load-balancer/rule'
import { stateCheck } from '../load-balancer/state'
import { zonesCheck } from '../load-balancer/zones'
import { status } from '../outcome'
import { privateLinkCheck } from '../security-group/privateLink'
import { certificateHidden } from '../tls/certificate'
import { speaksCheck } from '../tls/speaks'
import type { Outcome } from '../trace'
import { add, addHop, addWait, currentHop, through, type Walk } from '../walk'
import { checkName } from './handshake'
import { leg, type Pair } from './leg'
import type { Connection, Next } from './next'
import { callAt } from './reach'

type Step = Next & { step: 'balancer' }

/** A load balancer: the packets' way to its nodes, the listener on the port, and the group it forwards to. */
export function balancerStep(walk: Walk, step: Step): Next | undefined {
  const { doc } = walk
  const { conn, id, sources } = step
  const balancer = resourceOf(doc, id, 'loadBalancer')
  if (!balancer) return undefined
  const { finding, listener } = listenerCheck(doc, id, conn.port)
  const ruled = listener ? ruleCheck(doc, id, listener, conn) : undefined
  const groups = ruled?.action?.type === 'forward' ? ruled.action.targetGroups : []
  const [first] = groups
  const zones = zonesServed(walk, step, balancer, first?.targetGroup)
  const nodes = zones.nodes
  const arriving = approach(walk, step, nodes)
  addHop(walk, id, 'loadBalancer', callAt(conn, sources[0]))
  add(walk, stateCheck(doc, id))
  for (const each of arriving) add(walk, each)
  if (conn.via === 'privatelink') add(walk, privateLinkCheck(doc, id, nodes[0], conn.port))
  add(walk, finding)
  if (!listener || !ruled) {
    walk.lost = true
    return undefined
  }
  const onward = session(walk, conn, id, listener, balancer.type)
  if (balancer.type === 'application' || ruled.finding.verdict !== 'pass') add(walk, ruled.finding)
  if (zones.word && first) add(walk, zonesCheck(doc, id, zones.word, zones.empty, zones.gaps ?? []))
  const next = (group: string): Next => ({
    step: 'targets',
    conn: onward,
    balancer: id,
    group,
    nodes,
    sources,
    named: step.named,
  })
  if (groups.length > 1) {
    const sum = groups.reduce((total, g) => total + (g.weight ?? 1), 0)
    return {
      step: 'fork',
      ways: groups
        .filter((g) => g.weight !== 0)
        .map((g) => ({ to: g.targetGroup, share: (g.weight ?? 1) / sum, next: next(g.targetGroup) })),
    }
  }
  if (first) return next(first.targetGroup)
  walk.lost = true
  return undefined
}

/** Over PrivateLink no route and no ACL is asked on the way to the nodes. */
function approach(walk: Walk, { conn, sources, publicly }: Step, nodes: Point[]) {
  if (conn.via === 'privatelink') return []
  const pairs = sources.flatMap((source) =>
    nodes.map((node): Pair => [source, publicly ? { ...node, publicly } : node]),
  )
  const packets = leg(walk.doc, pairs, conn.port)
  for (const finding of packets.leaving) add(walk, finding)
  return packets.arriving
}

/**
 * Which nodes a call may meet: DNS leaves out zones without a healthy target, a VPC link does not
 * (https://repost.aws/knowledge-center/elb-dns-cross-zone-balance-configuration).
 */
function zonesServed(walk: Walk, step: Step, balancer: ResourceOf<'loadBalancer'>, group: string | undefined) {
  const { doc } = walk
  if (group === undefined || step.nodes.length === 0) return { nodes: step.nodes, empty: [] }
  const unread = [...holes(doc, step.id, '/attributes'), ...holes(doc, group, '/attributes')]
  if (unread.length === 0 && isCrossZone(doc, step.id, group))
    return { nodes: step.nodes, word: 'cross-zone' as const, empty: [] }
  // Without the zone of a node nobody can say that it is empty.
  const gaps = [
    ...unread,
    ...step.nodes.flatMap(({ home }) =>
      home.in === 'vpc' && home.subnet !== undefined ? holes(doc, home.subnet, '/availabilityZone') : [],
    ),
  ]
  const { used } = targetsOf(doc, step.id, group)
  if (used.length === 0) return { nodes: step.nodes, empty: [] }
  const serves = (node: Point) => used.some((t) => t.zone === undefined || t.zone === zoneName(doc, node))
  const served = step.nodes.filter(serves)
  const empty = step.nodes.filter((n) => !serves(n)).map((n) => zoneName(doc, n) ?? '')
  if (empty.length === 0) return { nodes: step.nodes, word: 'all' as const, empty }
  if (gaps.length > 0) return { nodes: step.nodes, word: 'not-visible' as const, empty, gaps }
  if (served.length === 0) return { nodes: step.nodes, word: 'empty-zone' as const, empty }
  if (step.conn.via === 'privatelink') return { nodes: served, word: 'link-goes-anyway' as const, empty }
  if (step.named && !failsOpenElsewhere(walk, step.id, balancer, group))
    return { nodes: served, word: 'left-out' as const, empty }
  return { nodes: served, word: 'dns-returns-all' as const, empty }
}

/** A group of the same load balancer without any healthy target makes DNS return every zone. */
function failsOpenElsewhere(walk: Walk, id: string, balancer: ResourceOf<'loadBalancer'>, group: string): boolean {
  const groups = balancer.listeners.flatMap((l) => (l.default.type === 'forward' ? l.default.targetGroups : []))
  return groups.some((g) => {
    const { reason } = targetsOf(walk.doc, id, g.targetGroup)
    return (g.targetGroup !== group || reason !== 'healthy') && (reason === 'fail-open' || reason === 'empty')
  })
}

/** A TCP listener hands TLS on; a TLS or HTTPS listener ends it and opens a session of its own. */
function session(
  walk: Walk,
  conn: Connection,
  id: string,
  listener: { protocol: string; port: number; certificates?: { names: string[]; trusted?: boolean }[] },
  type: 'network' | 'application',
): Connection {
  const ends = listener.protocol === 'TLS' || listener.protocol === 'HTTPS'
  if (!ends && type === 'network') return conn
  add(
    walk,
    speaksCheck(
      balancerName(walk, id),
      listener.port,
      conn.scheme === 'https' ? 'tls' : 'plain',
      ends ? 'tls' : 'plain',
    ),
  )
  if (ends && conn.scheme === 'https') {
    const at = resourceOf(walk.doc, id, 'loadBalancer')?.listeners.findIndex((l) => l.port === listener.port) ?? 0
    const unread = holes(walk.doc, id, `/listeners/${at}/certificates`)
    const names = (listener.certificates ?? []).flatMap((c) => c.names)
    const trusted = listener.certificates?.every((c) => c.trusted !== false)
    if (unread.length === 0) checkName(walk, conn, id, { names, ...(trusted === undefined ? {} : { trusted }) })
    else if (conn.verify !== undefined) add(walk, certificateHidden(link(walk.doc, id), unread))
  }
  if (type === 'application') {
    const hop = currentHop(walk)
    through(walk, applicationSees, (done) => {
      const slow = idleCheck(done.doc, id, done.takesMs)
      if (slow) addWait(done, slow.finding, slow.waits, hop)
    })
  }
  const { sni: _sni, verify: _verify, ...rest } = conn
  return { ...rest, by: 'balancer', sni: undefined, verify: undefined, scheme: 'http' }
}

const balancerName = (walk: Walk, id: string) => walk.doc.resources[id]?.name ?? id

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html */
function applicationSees(outcome: Outcome): Outcome[] {
  if (outcome.kind === 'timeout') return [status(504)]
  if (outcome.kind === 'refused' || outcome.kind === 'tls') return [status(502)]
  return [outcome]
}
