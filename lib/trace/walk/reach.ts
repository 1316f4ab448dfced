import { holderOf } from '@/lib/network/holders'
import { endpointPoints, internetPoint, nodePoints, type Point, zoneOf } from '@/lib/network/point'
import { isPrivate, rangeOf } from '@/lib/network/range'
import { isOf, resourceOf } from '@/lib/topology/document'
import { readField } from '@/lib/topology/read'
import { serviceCheck } from '../endpoint/service'
import { stateCheck } from '../endpoint/state'
import { addressCheck } from '../route/address'
import { hiddenCheck } from '../route/hidden'
import type { HopCall } from '../trace'
import { add, addHop, type Walk } from '../walk'
import { leg, type Pair } from './leg'
import type { Connection, Next } from './next'
import { inZone } from './resolve'

/** The packets' way to where the name leads, and the place that stands there. */
export function reachStep(walk: Walk, next: Next & { step: 'reach' }): Next | undefined {
  const { conn, destination, from } = next
  switch (destination.to) {
    case 'endpoint':
      return toEndpoint(walk, conn, from, destination.id, destination.zone)
    case 'loadBalancer':
      return toBalancer(walk, conn, from, destination.id, destination.zone)
    case 'address':
      return toAddress(walk, conn, from, destination.address)
    case 'service':
      return toService(walk, conn, from, destination.region, next.about)
    case 'host':
      return toHost(walk, conn, from, destination.id)
  }
}

/** The call as it arrives at a hop. */
export function callAt(conn: Connection, source?: Point): HopCall {
  return {
    method: conn.method,
    scheme: conn.scheme,
    ...(conn.host === undefined ? {} : { host: conn.host }),
    ...(conn.sni === undefined ? {} : { sni: conn.sni }),
    port: conn.port,
    path: conn.path + conn.query,
    headers: conn.headers,
    ...(source === undefined ? {} : { source: source.range.text }),
    via: conn.via,
  }
}

const pairs = (from: Point[], to: Point[]): Pair[] => from.flatMap((f) => to.map((t): Pair => [f, t]))

function toEndpoint(walk: Walk, conn: Connection, from: Point[], id: string, zone?: string): Next | undefined {
  const { doc } = walk
  const points = endpointPoints(doc, id)
  const hop = () => addHop(walk, id, 'vpcEndpoint', callAt(conn, from[0]))
  if (!points.known) {
    hop()
    add(walk, hiddenCheck(doc, id, points.missing))
    return { step: 'endpoint', conn, id, sources: from }
  }
  const wanted = points.value.filter((p) => inZone(doc, zoneOf(doc, p), subnetOf(p), zone))
  const packets = leg(doc, pairs(from, wanted), conn.port)
  for (const finding of packets.leaving) add(walk, finding)
  hop()
  entranceChecks(walk, id, true)
  for (const finding of packets.arriving) add(walk, finding)
  return { step: 'endpoint', conn, id, sources: from }
}

const subnetOf = (p: Point) => (p.home.in === 'vpc' ? p.home.subnet : undefined)

/** What an endpoint must be to carry anything at all. */
export function entranceChecks(walk: Walk, id: string, byName = false): void {
  const region = walk.doc.resources[id]?.region ?? ''
  add(walk, stateCheck(walk.doc, id, byName))
  add(walk, serviceCheck(walk.doc, id, region))
}

function toBalancer(walk: Walk, conn: Connection, from: Point[], id: string, zone?: string): Next | undefined {
  const { doc } = walk
  const nodes = nodePoints(doc, id)
  if (!nodes.known) {
    addHop(walk, id, 'loadBalancer', callAt(conn, from[0]))
    add(walk, hiddenCheck(doc, id, nodes.missing))
    return { step: 'balancer', conn, id, nodes: [], sources: from, named: true }
  }
  const scheme = readField(doc, id, 'loadBalancer', 'scheme')
  if (!scheme.known) add(walk, hiddenCheck(doc, id, scheme.missing))
  const open = scheme.known && scheme.value === 'internet-facing'
  const wanted = nodes.value.filter((p) => inZone(doc, zoneOf(doc, p), subnetOf(p), zone))
  const publicly = open ? { publicly: true as const } : {}
  return { step: 'balancer', conn, id, nodes: wanted, sources: from, named: zone === undefined, ...publicly }
}

/** An address: whoever holds it in the network that the caller's routes lead to. */
function toAddress(walk: Walk, conn: Connection, from: Point[], address: string): Next | undefined {
  const { doc } = walk
  const range = rangeOf(address)
  const [source] = from
  const holder = range && source && holderOf(doc, source, address)
  if (!holder) {
    add(walk, addressCheck(doc, address, range !== undefined && isPrivate(range)))
    walk.lost = true
    return undefined
  }
  const resource = doc.resources[holder.resource]
  if (resource && isOf(resource, 'loadBalancer'))
    return { step: 'balancer', conn, id: holder.resource, nodes: [holder], sources: from, named: false }
  const packets = leg(doc, pairs(from, [holder]), conn.port)
  for (const finding of packets.leaving) add(walk, finding)
  if (!resource) return undefined
  addHop(walk, holder.resource, resource.kind, callAt(conn, source))
  if (isOf(resource, 'vpcEndpoint')) entranceChecks(walk, holder.resource)
  for (const finding of packets.arriving) add(walk, finding)
  return isOf(resource, 'vpcEndpoint')
    ? { step: 'endpoint', conn, id: holder.resource, sources: from }
    : { step: 'software', conn, id: holder.resource }
}

/** The public entrance of API Gateway is no hop of its own: the API behind it is. */
function toService(walk: Walk, conn: Connection, from: Point[], region: string, about?: string): Next {
  const far = internetPoint(about ?? 'the internet')
  const packets = leg(walk.doc, pairs(from, [far]), conn.port)
  for (const finding of [...packets.leaving, ...packets.arriving]) add(walk, finding)
  return { step: 'select', conn, entrance: { region, sources: from } }
}

function toHost(walk: Walk, conn: Connection, from: Point[], id: string): Next {
  const address = resourceOf(walk.doc, id, 'httpEndpoint')?.addresses?.[0]
  const packets = leg(walk.doc, pairs(from, [internetPoint(id, address)]), conn.port)
  for (const finding of packets.leaving) add(walk, finding)
  addHop(walk, id, 'httpEndpoint', callAt(conn, from[0]))
  for (const finding of packets.arriving) add(walk, finding)
  return { step: 'software', conn, id }
}
