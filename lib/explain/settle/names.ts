import { serviceHost } from '@/lib/naming/executeApi'
import { nameOf } from '@/lib/naming/host'
import { resolve } from '@/lib/network/dns'
import { vantageOf } from '@/lib/network/vantage'
import { resourcesOf, type TopologyDocument } from '@/lib/topology/document'
import type { Lookup } from '../read/facts'
import { isPrivateAddress, resolverSort } from '../seen/place'
import type { Seen } from '../seen/seen'
import { type Fact, type Place, pin, servers } from './fact'

/** What the answers to the names that were asked for say of the place. */
export function nameFacts(doc: TopologyDocument, place: Place, seen: Seen): Fact[] {
  const asked = seen.lookups.filter((l) => l.name !== '' && l.name.includes('.'))
  const tried =
    seen.to && seen.addresses.length > 0 && !asked.some((l) => l.name === seen.to?.host) ? [byCurl(seen)] : []
  const failed: Lookup[] =
    seen.sort === 'dns' && seen.to && asked.length === 0
      ? [{ name: seen.to.host, addresses: [], result: 'no-such-name' }]
      : []
  return [...asked, ...tried, ...failed].flatMap((lookup) => factsOf(doc, place, lookup))
}

/** The addresses that curl tried are those that the name resolved to. */
const byCurl = (seen: Seen): Lookup => ({ name: seen.to?.host ?? '', addresses: seen.addresses, result: 'answer' })

function factsOf(doc: TopologyDocument, place: Place, lookup: Lookup): Fact[] {
  if (nameOf(lookup.name).of === 'address') return []
  const inbound = inboundEndpoint(doc, lookup)
  if (inbound !== undefined && place.kind !== 'instance')
    return [forwardsTo(place, lookup, inbound), ...(lookup.result === 'answer' ? answered(place, lookup) : [])]
  if (lookup.result === 'answer') return answered(place, lookup)
  return [silent(doc, place, lookup)]
}

/** A network has no pinned names: the servers that it asks are what decides. */
function answered(place: Place, { name, addresses }: Lookup): Fact[] {
  if (place.kind !== 'network') {
    const hidden = addresses.every((a) => !isPrivateAddress(a)) && nameOf(name).of === 'execute-api'
    // A public address of API Gateway is nobody's in a topology: that the own servers answer is what counts.
    return hidden ? [publicAnswer(place, name, addresses)] : [pin(place, name, addresses)]
  }
  if (addresses.some(isPrivateAddress))
    return [
      { says: `${place.id} resolves ${name} to ${addresses.join(', ')}: draw a client in it to hold that answer.` },
    ]
  return [publicAnswer(place, name, addresses)]
}

function publicAnswer(place: Place, name: string, addresses: string[]): Fact {
  const says = `${name} leads to the public address ${addresses[0] ?? ''} at ${place.id}: its DNS servers have no private answer.`
  return place.kind === 'instance' ? { says } : servers(place, { servers: 'own' }, says)
}

/** An answer that never came tells of the servers, where these are not the VPC's own. */
function silent(doc: TopologyDocument, place: Place, lookup: Lookup): Fact {
  const { name, resolver = 'its resolver' } = lookup
  const vpcs = place.vpc !== undefined && (resolverSort(lookup) === 'vpc' || lookup.resolver === undefined)
  if (vpcs || place.kind === 'instance') {
    const drawn = resolve(doc, vantageOf(doc, place.id).asker, name).verdict === 'pass'
    return {
      says: drawn
        ? `${resolver} has no answer for ${name}, and the topology says that the VPC has one: look at private DNS of the endpoint and at the zones of the VPC.`
        : `${resolver} has no answer for ${name}, as the topology says.`,
    }
  }
  return servers(
    place,
    { servers: 'own' },
    `${resolver} has no answer for ${name}: ${place.id} asks servers of its own, which do not forward it.`,
  )
}

/** A resolver that stands in the topology as an inbound endpoint: what it is asked for is forwarded to it. */
function inboundEndpoint(doc: TopologyDocument, lookup: Lookup): string | undefined {
  return resourcesOf(doc, 'resolverEndpoint').find(
    ([, e]) => e.direction === 'INBOUND' && e.addresses.some((a) => a.ip === lookup.resolver),
  )?.[0]
}

function forwardsTo(place: Place, lookup: Lookup, endpoint: string): Fact {
  const parsed = nameOf(lookup.name)
  const domain = parsed.of === 'execute-api' ? serviceHost(parsed.region) : lookup.name
  return servers(
    place,
    { servers: 'own', forwards: [{ domain, to: endpoint }] },
    `${place.id} asks ${lookup.resolver ?? ''}, the inbound resolver endpoint ${endpoint}, for names under ${domain}.`,
  )
}
