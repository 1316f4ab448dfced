import type { Missing } from '@/lib/known/known'
import { type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { completeFor, readField, readWhole } from '@/lib/topology/read'
import { holes } from './holes'
import { peerings, perDocument, routeTables, transitGateways } from './perDocument'
import type { Point } from './point'
import { covers, overlaps, type Range, rangeOf, sizeOf } from './range'

/**
 * Where a packet goes, by the table of the subnet it leaves: the longest prefix wins
 * (https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html).
 */
export interface RouteFact extends Omit<TableFact, 'reason'> {
  reason: TableFact['reason'] | 'premises' | 'from-internet'
}

/** The same for what leaves a VPC. */
export interface TableFact {
  verdict: 'pass' | 'fail' | 'unknown'
  reason:
    | 'local'
    | 'peering'
    | 'transit-gateway'
    | 'gateway'
    | 'internet'
    | 'no-route'
    | 'blackhole'
    | 'leads-elsewhere'
    | 'not-attached'
    | 'peering-inactive'
    | 'not-visible'
  table?: string
  /** Position of the route in its table. */
  route?: number
  via?: string
  missing?: Missing[]
}

export function routeTo(doc: TopologyDocument, from: Point, to: Point): RouteFact {
  const unread = from.unread ?? to.unread
  if (unread) return { verdict: 'unknown', reason: 'not-visible', missing: unread }
  if (to.publicly && to.home.in === 'vpc') return toPublicNode(doc, from, to, to.home)
  if (from.home.in === 'internet')
    return to.home.in === 'internet'
      ? { verdict: 'pass', reason: 'internet' }
      : { verdict: 'fail', reason: 'from-internet' }
  if (from.home.in === 'network') return fromPremises(doc, from.home.network, to)
  return routeOut(doc, from.home, to)
}

/** Where an answer goes from a place inside a VPC. */
export function routeBack(doc: TopologyDocument, from: Point, home: InVpc, to: Point): TableFact {
  const unread = from.unread ?? to.unread
  return unread ? { verdict: 'unknown', reason: 'not-visible', missing: unread } : routeOut(doc, home, to)
}

type InVpc = Point['home'] & { in: 'vpc' }

const routeOut = (doc: TopologyDocument, home: InVpc, to: Point): TableFact =>
  to.home.in === 'vpc' && to.home.vpc === home.vpc
    ? { verdict: 'pass', reason: 'local' }
    : byTable(doc, home.vpc, home.subnet, to)

/**
 * The public address of a node is reached over the internet gateway of its own subnet
 * (https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html). From inside a VPC the call would go out
 * and come back under another address, which is not modelled.
 */
function toPublicNode(doc: TopologyDocument, from: Point, to: Point, home: InVpc): RouteFact {
  if (from.home.in !== 'internet') {
    const ask = `Which public address does a call from ${from.resource} to ${to.resource} come from?`
    const gap: Missing = { resource: to.resource, path: '/scheme', why: 'notModelled', ask }
    return { verdict: 'unknown', reason: 'not-visible', missing: [gap] }
  }
  const back = byTable(doc, home.vpc, home.subnet, from)
  const opens = back.via !== undefined && resourceOf(doc, back.via, 'gateway')?.type === 'internet'
  if (back.verdict === 'unknown') return back
  return opens ? { verdict: 'pass', reason: 'internet' } : { verdict: 'fail', reason: 'from-internet' }
}

/** What stands on premises is not modelled: its routers are taken to carry what is attached to their line. */
function fromPremises(doc: TopologyDocument, networkId: string, to: Point): RouteFact {
  const network = resourceOf(doc, networkId, 'network')
  const gaps = holes(doc, networkId, '/via', '/cidrs', '/internetEgress')
  if (gaps.length > 0) return { verdict: 'unknown', reason: 'not-visible', missing: gaps }
  if (to.home.in === 'network')
    return to.home.network === networkId
      ? { verdict: 'pass', reason: 'premises' }
      : { verdict: 'fail', reason: 'not-attached' }
  if (to.home.in === 'internet')
    return network?.internetEgress ? { verdict: 'pass', reason: 'internet' } : { verdict: 'fail', reason: 'no-route' }
  const vpc = to.home.vpc
  const via = network?.via
  // A virtual private gateway carries no transit: https://docs.aws.amazon.com/vpc/latest/peering/invalid-peering-configurations.html
  if (resourceOf(doc, via, 'gateway')?.vpc === vpc) return { verdict: 'pass', reason: 'premises', via }
  const transit = resourceOf(doc, via, 'transitGateway')
  if (via !== undefined && transit) return acrossTransit(transit, via, networkId, to.range, vpc)
  return { verdict: 'fail', reason: 'not-attached', via }
}

function byTable(doc: TopologyDocument, vpc: string, subnet: string | undefined, to: Point): TableFact {
  const table = tableOf(doc, vpc, subnet)
  if ('missing' in table) return { verdict: 'unknown', reason: 'not-visible', missing: table.missing }
  if (table.id === undefined) return { verdict: 'fail', reason: 'no-route' }
  const routes = readWhole(doc, table.id, 'routeTable', 'routes')
  if (!routes.known) return { verdict: 'unknown', reason: 'not-visible', table: table.id, missing: routes.missing }
  const best = longest(doc, routes.value, to.range)
  if (best === undefined) return { verdict: 'fail', reason: 'no-route', table: table.id }
  const route = routes.value[best]
  if (!route) return { verdict: 'fail', reason: 'no-route', table: table.id }
  const at = { table: table.id, route: best, via: route.target }
  if (route.state !== 'active') return { verdict: 'fail', reason: 'blackhole', ...at }
  return { ...at, ...onward(doc, vpc, route.target, to) }
}

/** The table of a subnet, else the main one of its VPC; no id: the VPC has none that the document shows. */
export function tableOf(doc: TopologyDocument, vpc: string, subnet?: string): { id?: string } | { missing: Missing[] } {
  if (subnet !== undefined) {
    const named = readField(doc, subnet, 'subnet', 'routeTable')
    if (!named.known) return { missing: named.missing }
    if (named.value !== undefined) return { id: named.value }
  }
  const unread = routeTables(doc).flatMap(([id, table]) => (table.vpc === vpc ? holes(doc, id, '/main') : []))
  if (unread.length > 0) return { missing: unread }
  const main = mainTables(doc).get(vpc)
  if (main !== undefined) return { id: main }
  const place = doc.resources[vpc]
  const looked = completeFor(doc, 'routeTable', { account: place?.account, region: place?.region })
  return looked.known ? {} : { missing: looked.missing }
}

const mainTables = perDocument((doc) => {
  const main = new Map<string, string>()
  for (const [id, table] of routeTables(doc)) if (table.main) main.set(table.vpc, id)
  return main
})

function longest(doc: TopologyDocument, routes: ResourceOf<'routeTable'>['routes'], to: Range): number | undefined {
  let best: number | undefined
  let size = Number.POSITIVE_INFINITY
  for (const [i, route] of routes.entries()) {
    const list = resourceOf(doc, route.destination, 'managedPrefixList')
    for (const block of list ? list.entries : [route.destination]) {
      const range = rangeOf(block)
      if (!range || !covers(range, to) || sizeOf(range) >= size) continue
      best = i
      size = sizeOf(range)
    }
  }
  return best
}

type Onward = Pick<TableFact, 'verdict' | 'reason' | 'missing'>

function onward(doc: TopologyDocument, vpc: string, target: string, to: Point): Onward {
  if (target === 'local') return { verdict: 'fail', reason: 'leads-elsewhere' }
  const resource = doc.resources[target]
  const gaps = holes(doc, target, '/type', '/vpc', '/requester', '/accepter', '/state')
  if (gaps.length > 0) return { verdict: 'unknown', reason: 'not-visible', missing: gaps }
  if (to.home.in === 'network') {
    const line = holes(doc, to.home.network, '/via')
    if (line.length > 0) return { verdict: 'unknown', reason: 'not-visible', missing: line }
  }
  switch (resource?.kind) {
    case 'gateway':
      if (resource.type === 'virtualPrivate') {
        const network = to.home.in === 'network' ? resourceOf(doc, to.home.network, 'network') : undefined
        return network?.via === target
          ? { verdict: 'pass', reason: 'gateway' }
          : { verdict: 'fail', reason: 'leads-elsewhere' }
      }
      return to.home.in === 'internet'
        ? { verdict: 'pass', reason: 'internet' }
        : { verdict: 'fail', reason: 'leads-elsewhere' }
    case 'vpcPeeringConnection': {
      const status = readField(doc, target, 'vpcPeeringConnection', 'status')
      if (!status.known) return { verdict: 'unknown', reason: 'not-visible', missing: status.missing }
      if (status.value !== 'active') return { verdict: 'fail', reason: 'peering-inactive' }
      const far = resource.requester === vpc ? resource.accepter : resource.requester
      const arrives = to.home.in === 'vpc' && to.home.vpc === far
      return arrives ? { verdict: 'pass', reason: 'peering' } : { verdict: 'fail', reason: 'leads-elsewhere' }
    }
    case 'transitGateway': {
      if (to.home.in === 'internet')
        return { verdict: 'unknown', reason: 'not-visible', missing: [egressMissing(target)] }
      return acrossTransit(resource, target, vpc, to.range, to.home.in === 'vpc' ? to.home.vpc : to.home.network)
    }
    default:
      return { verdict: 'fail', reason: 'leads-elsewhere' }
  }
}

const egressMissing = (resource: string): Missing => ({
  resource,
  path: '/attachments',
  why: 'notModelled',
  ask: 'Does this transit gateway lead to the internet?',
})

/** https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html */
function acrossTransit(
  transit: ResourceOf<'transitGateway'>,
  id: string,
  from: string,
  range: Range,
  to: string,
): TableFact {
  const hole = transit.notVisible?.find((h) => h.path === '' || h.path.startsWith('/attachments'))
  if (hole) return { verdict: 'unknown', reason: 'not-visible', via: id, missing: [{ resource: id, ...hole }] }
  const here = transit.attachments.find((a) => a.to === from)
  if (!here || !transit.attachments.some((a) => a.to === to))
    return { verdict: 'fail', reason: 'not-attached', via: id }
  if (here.routes === undefined) {
    const ask = `Which routes does the transit gateway route table of the attachment to ${from} hold?`
    return {
      verdict: 'unknown',
      reason: 'not-visible',
      via: id,
      missing: [{ resource: id, path: '/attachments', why: 'notInspected', ask }],
    }
  }
  let best: { to: string; state: string } | undefined
  let size = Number.POSITIVE_INFINITY
  for (const route of here.routes) {
    const block = rangeOf(route.destination)
    if (!block || !overlaps(block, range) || !covers(block, range) || sizeOf(block) >= size) continue
    best = route
    size = sizeOf(block)
  }
  if (!best) return { verdict: 'fail', reason: 'no-route', via: id }
  if (best.state !== 'active') return { verdict: 'fail', reason: 'blackhole', via: id }
  return best.to === to
    ? { verdict: 'pass', reason: 'transit-gateway', via: id }
    : { verdict: 'fail', reason: 'leads-elsewhere', via: id }
}

/** Whether a place has a way to the internet: decides what becomes of a name's public answer. */
export function hasEgress(doc: TopologyDocument, vpc: string, subnet?: string): boolean | undefined {
  const far: Point = {
    resource: 'internet',
    range: internetRange,
    home: { in: 'internet' },
    groups: { known: true, value: undefined, evidence: [] },
  }
  const fact = byTable(doc, vpc, subnet, far)
  return fact.verdict === 'unknown' ? undefined : fact.verdict === 'pass'
}

const internetRange: Range = { family: 4, from: 0x08080808, to: 0x08080808, text: '8.8.8.8' }

/** Whether anything joins the places of two points: a peering, a transit gateway, a line on premises. */
export function connected(doc: TopologyDocument, a: Point, b: Point): boolean {
  const [one, two] = [placeOf(a), placeOf(b)]
  if (one === undefined || two === undefined || one === two) return true
  const peered = peerings(doc).some(
    ([, p]) => (p.requester === one && p.accepter === two) || (p.requester === two && p.accepter === one),
  )
  const joined = transitGateways(doc).some(([, t]) => [one, two].every((id) => t.attachments.some((x) => x.to === id)))
  const line = (network: string, vpc: string) =>
    resourceOf(doc, resourceOf(doc, network, 'network')?.via, 'gateway')?.vpc === vpc
  return peered || joined || line(one, two) || line(two, one)
}

const placeOf = ({ home }: Point) => (home.in === 'vpc' ? home.vpc : home.in === 'network' ? home.network : undefined)
