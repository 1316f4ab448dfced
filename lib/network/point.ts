import { type Known, known, type Missing, missing } from '@/lib/known/known'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { readField, readWhole } from '@/lib/topology/read'
import { holes } from './holes'
import { everywhere, type Range, rangeOf } from './range'

/** Where an address is at home. */
export type Home = { in: 'vpc'; vpc: string; subnet?: string } | { in: 'network'; network: string } | { in: 'internet' }

/**
 * One end of a connection. `range` is a single address where it is known, else the block it comes from. `groups`
 * undefined: nothing filters here (a load balancer made without groups, a host that is no AWS interface).
 */
export interface Point {
  /** Logical id of what holds the address. */
  resource: string
  range: Range
  home: Home
  groups: Known<string[] | undefined>
  /** Nobody could read where this stands. */
  unread?: Missing[]
  /** A node of an internet-facing load balancer, called by a name that resolves to its public address. */
  publicly?: true
}

export const noGroups: Known<string[] | undefined> = known(undefined)

/** An interface in a subnet; without a known address it may have any of the subnet's. */
export function pointInSubnet(
  doc: TopologyDocument,
  resource: string,
  subnetId: string,
  address: string | undefined,
  groups: Known<string[] | undefined>,
): Point {
  const subnet = resourceOf(doc, subnetId, 'subnet')
  const range = rangeOf(address ?? subnet?.cidrBlock ?? everywhere.text) ?? everywhere
  const vpc = subnet?.vpc ?? ''
  const unread = [...holes(doc, resource, '/subnet', '/place'), ...holes(doc, subnetId, '/vpc')]
  const home: Home = { in: 'vpc', vpc, subnet: subnetId }
  return { resource, range, home, groups, ...(unread.length > 0 ? { unread } : {}) }
}

export const internetPoint = (resource: string, address?: string): Point => ({
  resource,
  range: (address === undefined ? undefined : rangeOf(address)) ?? everywhere,
  home: { in: 'internet' },
  groups: noGroups,
})

/** The interfaces of an endpoint, or why they are not known. */
export function endpointPoints(doc: TopologyDocument, id: string): Known<Point[]> {
  const interfaces = readField(doc, id, 'vpcEndpoint', 'networkInterfaces')
  if (!interfaces.known) return interfaces
  const groups = readWhole(doc, id, 'vpcEndpoint', 'securityGroups')
  return placed(doc, id, '/networkInterfaces', interfaces.value ?? [], 'privateIpAddress', groups)
}

/** The nodes of a load balancer, one in each enabled zone. */
export function nodePoints(doc: TopologyDocument, id: string): Known<Point[]> {
  const zones = readField(doc, id, 'loadBalancer', 'availabilityZones')
  if (!zones.known) return zones
  const groups = readWhole(doc, id, 'loadBalancer', 'securityGroups')
  return placed(doc, id, '/availabilityZones', zones.value ?? [], 'address', groups)
}

type Placed<F extends string> = { subnet: string } & { [K in F]?: string }

/** Interfaces of one resource: an address that nobody could read is any of its subnet, a subnet leaves the place open. */
function placed<F extends string>(
  doc: TopologyDocument,
  id: string,
  at: string,
  list: readonly Placed<F>[],
  field: F,
  groups: Known<string[] | undefined>,
): Known<Point[]> {
  const [gap, ...gaps] = holes(doc, id, at).filter((g) => !g.path.endsWith(`/${field}`))
  if (gap) return missing(gap, ...gaps)
  const unread = (i: number) => holes(doc, id, `${at}/${i}/${field}`).length > 0
  return known(
    list.map((one, i) => pointInSubnet(doc, id, one.subnet, unread(i) ? undefined : one[field], groups)),
    [{ resource: id, path: at, value: list }],
  )
}

/** The zone of a point's subnet, by id: names of zones differ between accounts. */
export function zoneOf(doc: TopologyDocument, point: Point): string | undefined {
  if (point.home.in !== 'vpc' || point.home.subnet === undefined) return undefined
  return resourceOf(doc, point.home.subnet, 'subnet')?.availabilityZoneId
}
