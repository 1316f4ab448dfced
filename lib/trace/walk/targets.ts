import { known } from '@/lib/known/known'
import { preservesClientAddress } from '@/lib/network/clientAddress'
import { holes } from '@/lib/network/holes'
import type { Point } from '@/lib/network/point'
import { isCrossZone, meaningOf, targetsOf, type UsedTarget, zoneName } from '@/lib/network/targets'
import { resourceOf } from '@/lib/topology/document'
import { asTurning, turningIf } from '../check'
import { type AddressWord, clientAddressCheck } from '../load-balancer/clientAddress'
import { runningCheck } from '../service/running'
import { addressCheck } from '../target/address'
import { usableCheck } from '../target/usable'
import { speaksCheck } from '../tls/speaks'
import { add, addHop, type Walk } from '../walk'
import { leg, type Pair } from './leg'
import type { Connection, Next } from './next'
import { callAt, entranceChecks } from './reach'

type Step = Next & { step: 'targets' }

/** The targets that get the connection, and the packets' way to them. A group is folded into its load balancer's hop. */
export function targetsStep(walk: Walk, step: Step): Next | undefined {
  const { doc } = walk
  const { balancer, group } = step
  const application = resourceOf(doc, balancer, 'loadBalancer')?.type === 'application'
  const fact = targetsOf(doc, balancer, group)
  const idle = fact.reason === 'empty' ? idleService(walk, group) : undefined
  if (idle !== undefined) add(walk, runningCheck(doc, idle))
  else add(walk, turningIf(fact.reason === 'not-visible', usableCheck(doc, group, fact, application)))
  const nobody = fact.used.filter((t) => !t.point)
  const real = fact.used.filter((t) => t.point)
  if (nobody.length > 0) add(walk, asTurning(addressCheck(doc, group, nobody, real.length === 0)))
  const ends = [...new Map(real.map((t) => [endOf(t), t])).values()]
  const [only, ...more] = ends
  if (only === undefined) return fact.verdict === 'unknown' ? lost(walk) : beyond(walk, step)
  if (more.length === 0) return toHolder(walk, step, real, application)
  const named = new Set(ends.map((t) => t.point?.resource)).size === ends.length
  return {
    step: 'fork',
    ways: ends.map((end) => ({
      to: named ? (end.point?.resource ?? '') : endOf(end),
      share: real.filter((t) => endOf(t) === endOf(end)).length / real.length,
      next: { step: 'holder', of: step, end: endOf(end) },
    })),
  }
}

/** Where a target leads: what holds the address, and the port there. */
const endOf = ({ point, port }: UsedTarget): string => `${point?.resource ?? ''}:${port}`

/** The service that a group without targets is meant for, when it runs nothing. */
function idleService(walk: Walk, group: string): string | undefined {
  for (const [id, resource] of Object.entries(walk.doc.resources))
    if (
      resource.kind === 'ecsService' &&
      resource.runningCount === 0 &&
      resource.loadBalancers.some((l) => l.targetGroup === group)
    )
      return id
  return undefined
}

function lost(walk: Walk): undefined {
  walk.lost = true
}

/** Nothing answers at the targets; what was meant by them tells what would come next. */
function beyond(walk: Walk, step: Step): Next | undefined {
  walk.lost = true
  const targets = resourceOf(walk.doc, step.group, 'targetGroup')?.targets ?? []
  const id = targets.map((t) => meaningOf(t.of).endpoint).find((e) => e !== undefined)
  if (id === undefined || !resourceOf(walk.doc, id, 'vpcEndpoint')) return undefined
  walk.lost = false
  addHop(walk, id, 'vpcEndpoint', callAt(step.conn))
  entranceChecks(walk, id)
  return { step: 'endpoint', conn: step.conn, id, sources: step.nodes }
}

/** One of several holders or ports, on a way of its own. */
export function holderStep(walk: Walk, { of, end }: Next & { step: 'holder' }): Next {
  const { used } = targetsOf(walk.doc, of.balancer, of.group)
  const application = resourceOf(walk.doc, of.balancer, 'loadBalancer')?.type === 'application'
  return toHolder(
    walk,
    of,
    used.filter((t) => t.point && endOf(t) === end),
    application,
  )
}

/** The way from the nodes to one holder's addresses. */
function toHolder(walk: Walk, step: Step, targets: UsedTarget[], application: boolean): Next {
  const { doc } = walk
  const { group, nodes, sources, balancer } = step
  const [first] = targets
  const holder = first?.point?.resource ?? ''
  const port = first?.port ?? 0
  const word = application ? 'node' : addressWord(walk, step, targets, holder)
  if (!application)
    add(walk, turningIf(word === 'not-visible', clientAddressCheck(doc, group, word, sources[0]?.range.text ?? '')))
  const cross = isCrossZone(doc, balancer, group)
  const pairs = nodes.flatMap((node) =>
    targets.flatMap((t): Pair[] =>
      t.point && (cross || t.zone === undefined || t.zone === zoneName(doc, node)) ? [[node, t.point]] : [],
    ),
  )
  const [source] = sources
  const preserved =
    word === 'preserved' && source ? { seenAs: { ...source, groups: nodes[0]?.groups ?? known([]) } } : {}
  const packets = leg(doc, pairs.length > 0 ? pairs : fallback(nodes, targets), port, { node: true, ...preserved })
  for (const finding of packets.leaving) add(walk, finding)
  const onward = towards(walk, step, port)
  const kind = doc.resources[holder]?.kind ?? 'instance'
  const seen = word === 'preserved' ? sources : nodes
  if (kind === 'loadBalancer')
    return {
      step: 'balancer',
      conn: onward,
      id: holder,
      nodes: targets.flatMap((t) => (t.point ? [t.point] : [])),
      sources: seen,
      named: true,
    }
  addHop(walk, holder, kind, callAt(onward, seen[0]))
  if (kind === 'vpcEndpoint') entranceChecks(walk, holder)
  for (const finding of packets.arriving) add(walk, finding)
  if (kind === 'vpcEndpoint') return { step: 'endpoint', conn: onward, id: holder, sources: seen }
  return { step: 'software', conn: onward, id: holder }
}

const fallback = (nodes: Point[], targets: UsedTarget[]): Pair[] => {
  const [node] = nodes
  const point = targets[0]?.point
  return node && point ? [[node, point]] : []
}

/** A group's protocol decides what the load balancer speaks once it has ended the caller's TLS. */
function towards(walk: Walk, { conn, group, balancer }: Step, port: number): Connection {
  const protocol = resourceOf(walk.doc, group, 'targetGroup')?.protocol ?? 'TCP'
  const ended = conn.by === 'balancer'
  const secure = protocol === 'TLS' || protocol === 'HTTPS'
  const scheme = ended ? (secure ? 'https' : 'http') : conn.scheme
  if (!ended && secure) add(walk, speaksCheck(balancer, port, conn.scheme === 'https' ? 'tls' : 'plain', 'tls'))
  return { ...conn, scheme, port, via: 'network' }
}

function addressWord(walk: Walk, step: Step, targets: UsedTarget[], holder: string): AddressWord {
  const { doc } = walk
  const group = resourceOf(doc, step.group, 'targetGroup')
  const preserves = group !== undefined && preservesClientAddress(group)
  const endpoint = doc.resources[holder]?.kind === 'vpcEndpoint'
  const gaps = holes(doc, step.group, '/attributes')
  if (gaps.length > 0) return 'not-visible'
  if (step.conn.via === 'privatelink') {
    if (preserves && endpoint) return 'endpoint-targets-link'
    return preserves ? 'link' : 'node'
  }
  if (!preserves) return 'node'
  if (endpoint) return 'endpoint-targets'
  const [source] = step.sources
  // The targets of one holder: other holders are ways of their own.
  const isSource = ({ point }: UsedTarget) =>
    point?.resource === source?.resource || point?.range.text === source?.range.text
  if (targets.some(isSource)) return 'hairpin'
  return walk.vantage.sourceNat !== undefined && step.conn.by === 'client' ? 'translated' : 'preserved'
}
