import type { Missing } from '@/lib/known/known'
import { type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import { readWhole } from '@/lib/topology/read'
import { holes } from './holes'
import { clients, networks, subnets, withPhysicalId } from './perDocument'
import { internetPoint, noGroups, type Point, pointInSubnet } from './point'
import { everywhere, rangeOf } from './range'

type Dns = NonNullable<ResourceOf<'client'>['dns']>

/** Who asks for names, and from where. */
export interface Asker {
  in: { vpc: string; subnet?: string } | { network: string } | 'internet'
  /** The caller's own settings, stronger than those of its place. */
  dns?: Dns
  pinned?: Record<string, string[]>
  /** Nobody could read where the asker stands. */
  unread?: Missing[]
}

/** Where a call starts. Several points: a VPC as vantage stands for any address of any of its subnets. */
export interface Vantage {
  resource: string
  kind: Kind
  points: Point[]
  asker: Asker
  caller?: string
  trusts?: string[]
  signsHostOf?: 'url' | 'header'
  tunnel?: { listens: string; leavesAt: string; to: string }
  sourceNat?: string
}

/** A vantage word that names nothing in this document. */
export class VantageError extends Error {}

/** @throws VantageError */
export function vantageOf(doc: TopologyDocument, word: string): Vantage {
  if (doc.resources[word]) return fromResource(doc, word)
  if (word === 'internet' || word.startsWith('internet:')) return fromInternet(doc, word)
  if (word.startsWith('on-premises:')) return fromPremises(doc, word.slice('on-premises:'.length))
  const [found, ...more] = withPhysicalId(doc, word)
  if (found === undefined) throw new VantageError(`No resource "${word}" in this topology to call from.`)
  if (more.length > 0)
    throw new VantageError(`"${word}" is the id of ${[found, ...more].join(' and ')}; name one of them.`)
  return fromResource(doc, found)
}

function fromInternet(doc: TopologyDocument, word: string): Vantage {
  const address = word === 'internet' ? undefined : word.slice('internet:'.length)
  if (address !== undefined && !rangeOf(address)) throw new VantageError(`"${address}" is no address.`)
  const drawn = address === undefined ? clients(doc).find(([, client]) => client.place === 'internet') : undefined
  if (drawn) return fromResource(doc, drawn[0])
  return {
    resource: 'internet',
    kind: 'client',
    points: [internetPoint('internet', address)],
    asker: { in: 'internet' },
  }
}

function fromPremises(doc: TopologyDocument, word: string): Vantage {
  const vpc = doc.resources[word] ? word : withPhysicalId(doc, word)[0]
  const network = networks(doc).find(([, n]) => vpc !== undefined && attachedTo(doc, n, vpc))
  if (!network) throw new VantageError(`No on-premises network is attached to "${word}" in this topology.`)
  return fromNetwork(doc, network[0])
}

function attachedTo(doc: TopologyDocument, network: ResourceOf<'network'>, vpc: string): boolean {
  if (resourceOf(doc, network.via, 'gateway')?.vpc === vpc) return true
  return resourceOf(doc, network.via, 'transitGateway')?.attachments.some((a) => a.to === vpc) ?? false
}

function fromResource(doc: TopologyDocument, id: string): Vantage {
  const resource = doc.resources[id]
  switch (resource?.kind) {
    case 'client':
      return fromClient(doc, id, resource)
    case 'instance':
      return {
        resource: id,
        kind: 'instance',
        points: [
          pointInSubnet(
            doc,
            id,
            resource.subnet,
            holes(doc, id, '/privateIpAddress').length > 0 ? undefined : resource.privateIpAddress,
            readWhole(doc, id, 'instance', 'securityGroups'),
          ),
        ],
        asker: unplaced(doc, id, inSubnet(doc, resource.subnet, resource.pinned)),
        ...callerOf(resource),
      }
    case 'lambdaFunction': {
      const groups = readWhole(doc, id, 'lambdaFunction', 'securityGroups')
      const points = (resource.subnets ?? []).map((s) => pointInSubnet(doc, id, s, undefined, groups))
      const [first] = resource.subnets ?? []
      if (first === undefined)
        return { resource: id, kind: 'lambdaFunction', points: [internetPoint(id)], asker: { in: 'internet' } }
      return { resource: id, kind: 'lambdaFunction', points, asker: inSubnet(doc, first) }
    }
    case 'subnet':
      return { resource: id, kind: 'subnet', points: [anywhereIn(doc, id, id)], asker: inSubnet(doc, id) }
    case 'vpc': {
      const inside = subnets(doc).filter(([, subnet]) => subnet.vpc === id)
      if (inside.length === 0) throw new VantageError(`The VPC "${id}" has no subnet in this topology to call from.`)
      return {
        resource: id,
        kind: 'vpc',
        points: inside.map(([s]) => anywhereIn(doc, id, s)),
        asker: { in: { vpc: id } },
      }
    }
    case 'network':
      return fromNetwork(doc, id)
    default:
      throw new VantageError(
        `"${id}" is a ${resource?.kind ?? 'nothing'}; a call starts at a client, an instance, a subnet, a VPC or a network.`,
      )
  }
}

/** A subnet as vantage: any address of it, and no group. */
const anywhereIn = (doc: TopologyDocument, resource: string, subnet: string) =>
  pointInSubnet(doc, resource, subnet, undefined, noGroups)

function inSubnet(doc: TopologyDocument, subnet: string, pinned?: Record<string, string[]>): Asker {
  const vpc = resourceOf(doc, subnet, 'subnet')?.vpc ?? ''
  const unread = holes(doc, subnet, '/vpc')
  return { in: { vpc, subnet }, ...(pinned ? { pinned } : {}), ...(unread.length > 0 ? { unread } : {}) }
}

/** An instance that could not be read stands in a subnet that nobody knows. */
function unplaced(doc: TopologyDocument, id: string, asker: Asker): Asker {
  const unread = holes(doc, id, '/subnet')
  return unread.length > 0 ? { ...asker, unread } : asker
}

function fromNetwork(doc: TopologyDocument, id: string): Vantage {
  const drawn = clients(doc).find(([, client]) => client.place === id)
  if (drawn) return fromResource(doc, drawn[0])
  const network = resourceOf(doc, id, 'network')
  const points = (network?.cidrs ?? []).map((cidr): Point => inNetwork(id, id, cidr))
  return { resource: id, kind: 'network', points, asker: { in: { network: id } } }
}

const inNetwork = (resource: string, network: string, address: string | undefined): Point => ({
  resource,
  range: (address === undefined ? undefined : rangeOf(address)) ?? everywhere,
  home: { in: 'network', network },
  groups: noGroups,
})

function fromClient(doc: TopologyDocument, id: string, client: ResourceOf<'client'>): Vantage {
  const rest = {
    resource: id,
    kind: 'client' as const,
    ...callerOf(client),
    ...(client.trusts ? { trusts: client.trusts } : {}),
    ...(client.tunnel ? { tunnel: client.tunnel } : {}),
    ...(client.sourceNat ? { sourceNat: client.sourceNat } : {}),
  }
  const own = { ...(client.dns ? { dns: client.dns } : {}), ...(client.pinned ? { pinned: client.pinned } : {}) }
  if (client.place === 'internet')
    return { ...rest, points: [internetPoint(id, client.address)], asker: { in: 'internet', ...own } }
  const network = resourceOf(doc, client.place, 'network')
  if (network) {
    const address = client.sourceNat ?? client.address ?? network.cidrs[0]
    return { ...rest, points: [inNetwork(id, client.place, address)], asker: { in: { network: client.place }, ...own } }
  }
  const unread = holes(doc, id, '/securityGroups').length > 0
  const filtered = client.securityGroups !== undefined || unread
  const groups = filtered ? readWhole(doc, id, 'client', 'securityGroups') : noGroups
  return {
    ...rest,
    points: [pointInSubnet(doc, id, client.place, client.address, groups)],
    asker: { ...inSubnet(doc, client.place), ...own },
  }
}

const callerOf = (resource: { caller?: string; signsHostOf?: 'url' | 'header' }) => ({
  ...(resource.caller ? { caller: resource.caller } : {}),
  ...(resource.signsHostOf ? { signsHostOf: resource.signsHostOf } : {}),
})
