import type { Missing } from '@/lib/known/known'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { readWhole } from '@/lib/topology/read'
import { holes } from './holes'
import {
  clients,
  ecsServices,
  httpEndpoints,
  instances,
  loadBalancers,
  networks,
  perDocument,
  vpcEndpoints,
} from './perDocument'
import { endpointPoints, internetPoint, nodePoints, noGroups, type Point, pointInSubnet } from './point'
import { covers, isPrivate, rangeOf } from './range'
import { routeTo } from './routes'

/** A task in these states has given its address back. */
const gone = new Set(['DEPROVISIONING', 'STOPPED', 'DELETED'])

/** Everything in the document that holds an address, by address. */
const holders = perDocument((doc) => {
  const byAddress = new Map<string, Point[]>()
  const keep = (point: Point) => {
    const same = byAddress.get(point.range.text)
    if (same) same.push(point)
    else byAddress.set(point.range.text, [point])
  }
  for (const [id] of vpcEndpoints(doc)) {
    const points = endpointPoints(doc, id)
    if (points.known) points.value.forEach(keep)
  }
  for (const [id] of loadBalancers(doc)) {
    const points = nodePoints(doc, id)
    if (points.known) points.value.forEach(keep)
  }
  for (const [id, instance] of instances(doc))
    if (holes(doc, id, '/privateIpAddress', '/subnet').length === 0)
      keep(
        pointInSubnet(
          doc,
          id,
          instance.subnet,
          instance.privateIpAddress,
          readWhole(doc, id, 'instance', 'securityGroups'),
        ),
      )
  for (const [id, service] of ecsServices(doc)) {
    const groups = readWhole(doc, id, 'ecsService', 'securityGroups')
    if (holes(doc, id, '/tasks').length > 0) continue
    for (const task of service.tasks.filter((t) => !gone.has(t.lastStatus)))
      keep(pointInSubnet(doc, id, task.subnet, task.privateIpAddress, groups))
  }
  for (const [id, client] of clients(doc)) {
    if (client.address === undefined) continue
    const range = rangeOf(client.address)
    if (range && resourceOf(doc, client.place, 'network'))
      keep({ resource: id, range, home: { in: 'network', network: client.place }, groups: noGroups })
    if (resourceOf(doc, client.place, 'subnet'))
      keep(
        pointInSubnet(
          doc,
          id,
          client.place,
          client.address,
          client.securityGroups ? readWhole(doc, id, 'client', 'securityGroups') : noGroups,
        ),
      )
  }
  for (const [id, host] of httpEndpoints(doc))
    for (const address of host.addresses ?? []) keep(internetPoint(id, address))
  return byAddress
})

/** What may hold an address unseen: places whose addresses could not be read. */
export const unreadHolders = perDocument((doc): Missing[] => [
  ...vpcEndpoints(doc).flatMap(([id]) => holes(doc, id, '/networkInterfaces')),
  ...loadBalancers(doc).flatMap(([id]) => holes(doc, id, '/availabilityZones')),
  ...ecsServices(doc).flatMap(([id]) => holes(doc, id, '/tasks')),
  ...instances(doc).flatMap(([id]) => holes(doc, id, '/privateIpAddress', '/subnet')),
])

/** An address of a network outside AWS: what stands there no drawing and no account shows. */
export function outsideHolders(doc: TopologyDocument, address: string): Missing[] {
  const range = rangeOf(address)
  if (!range) return []
  return networks(doc).flatMap(([id, network]): Missing[] => {
    const inside = network.cidrs.some((cidr) => {
      const block = rangeOf(cidr)
      return block !== undefined && covers(block, range)
    })
    return inside ? [{ resource: id, path: '/cidrs', why: 'notModelled', ask: `What has the address ${address}?` }] : []
  })
}

/** Who holds an address outside every VPC, on premises. */
export const holderOutside = (doc: TopologyDocument, address: string): Point | undefined =>
  holders(doc)
    .get(address)
    ?.find((p) => p.home.in === 'network')

/** Who holds an address in one VPC. */
export const holderIn = (doc: TopologyDocument, vpc: string, address: string): Point | undefined =>
  holders(doc)
    .get(address)
    ?.find((p) => p.home.in === 'vpc' && p.home.vpc === vpc)

/**
 * Who holds an address as seen from a source: blocks may overlap between VPCs, so the holder in the VPC that the routes
 * lead to is meant, first the source's own.
 */
export function holderOf(doc: TopologyDocument, from: Point, address: string): Point | undefined {
  const all = holders(doc).get(address) ?? []
  const range = rangeOf(address)
  if (range && !isPrivate(range)) return all.find((p) => p.home.in === 'internet')
  const { home } = from
  const own = home.in === 'vpc' ? all.find((p) => p.home.in === 'vpc' && p.home.vpc === home.vpc) : undefined
  return own ?? all.find((p) => routeTo(doc, from, p).verdict === 'pass') ?? all[0]
}

/** Where a resource stands that has one address. */
export function pointOfResource(doc: TopologyDocument, id: string): Point | undefined {
  for (const points of holders(doc).values()) for (const point of points) if (point.resource === id) return point
  return undefined
}
