import { clients, instances, networks, subnets, vpcEndpoints } from '@/lib/network/perDocument'
import { covers, rangeOf } from '@/lib/network/range'
import { vantageOf } from '@/lib/network/vantage'
import { resourcesOf, type TopologyDocument } from '@/lib/topology/document'
import { isPrivateAddress, resolverSort } from '../seen/place'
import { isDefaultName } from '../seen/questions'
import type { Seen } from '../seen/seen'

/** A document may draw hundreds of callers; the first ones say enough. */
const vantagesMax = 12

export interface Vantages {
  found: string[]
  /** Places that nobody has drawn, for a call that no drawn place explains. */
  others: string[]
}

/** Where the call may start: by addresses in the paste, else every place that the document draws as a caller. */
export function vantagesFor(doc: TopologyDocument, seen: Seen): Vantages {
  const byCaller = seen.callers.flatMap((address) => placesOf(doc, address))
  if (byCaller.length > 0) return { found: [...new Set(byCaller)].slice(0, vantagesMax), others: [] }
  const all = everyPlace(doc, seen)
  const vpcs = new Set([...vpcsOfAnswer(doc, seen), ...vpcsOfResolver(doc, seen)])
  const inside = all.filter((v) => vpcs.has(vpcOf(doc, v) ?? ''))
  if (inside.length > 0) return { found: inside.slice(0, vantagesMax), others: [] }
  return { found: all.slice(0, vantagesMax), others: all.includes('internet') ? [] : ['internet'] }
}

/** The VPC that a caller stands in, if it stands in one. */
export function vpcOf(doc: TopologyDocument, vantage: string): string | undefined {
  const { asker } = vantageOf(doc, vantage)
  return typeof asker.in === 'object' && 'vpc' in asker.in ? asker.in.vpc : undefined
}

function everyPlace(doc: TopologyDocument, seen: Seen): string[] {
  const lambdas = resourcesOf(doc, 'lambdaFunction')
    .filter(([, l]) => (l.subnets ?? []).length > 0)
    .map(([id]) => id)
  if (seen.lambda && lambdas.length > 0) return lambdas
  const places = new Set(clients(doc).map(([, client]) => client.place))
  const drawn = [...instances(doc), ...clients(doc), ...networks(doc).filter(([id]) => !places.has(id))]
  return drawn.length > 0 ? drawn.map(([id]) => id) : ['internet']
}

/** Who holds an address as a caller, else the subnet that it lies in. */
function placesOf(doc: TopologyDocument, address: string): string[] {
  const holders = [
    ...instances(doc).filter(([, i]) => i.privateIpAddress === address),
    ...clients(doc).filter(([, c]) => c.address === address || c.sourceNat === address),
  ].map(([id]) => id)
  if (holders.length > 0) return holders
  const range = rangeOf(address)
  if (!range) return []
  return subnets(doc)
    .filter(([, subnet]) => {
      const block = rangeOf(subnet.cidrBlock)
      return block !== undefined && covers(block, range)
    })
    .map(([id]) => id)
}

/** Private DNS answers only in the VPC of the endpoint, so a default name that led there tells the VPC. */
function vpcsOfAnswer(doc: TopologyDocument, seen: Seen): string[] {
  if (!isDefaultName(seen.to) || seen.leads !== 'private') return []
  return vpcEndpoints(doc)
    .filter(([, e]) =>
      e.networkInterfaces.some((n) => n.privateIpAddress && seen.addresses.includes(n.privateIpAddress)),
    )
    .map(([, e]) => e.vpc)
}

/** The resolver of a VPC stands at the second address of a block of it. */
function vpcsOfResolver(doc: TopologyDocument, seen: Seen): string[] {
  const resolvers = seen.lookups
    .filter((l) => resolverSort(l) === 'vpc')
    .flatMap((l) => (l.resolver !== undefined && isPrivateAddress(l.resolver) ? [l.resolver] : []))
  return resourcesOf(doc, 'vpc')
    .filter(([, vpc]) => resolvers.some((r) => vpc.cidrBlocks.some((cidr) => holds(cidr, r))))
    .map(([id]) => id)
}

function holds(cidr: string, address: string): boolean {
  const block = rangeOf(cidr)
  const one = rangeOf(address)
  return block !== undefined && one !== undefined && covers(block, one)
}
