import { covers, rangeOf } from '@/lib/network/range'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { isPrivateAddress } from '../seen/place'
import { is, type Seen } from '../seen/seen'
import type { Fact, Place } from './fact'

/** What the connection says of the place: its own address, and whether it gets out to the internet. */
export const addressFacts = (doc: TopologyDocument, place: Place, seen: Seen): Fact[] => [
  ...ownAddress(doc, place, seen),
  ...egress(doc, place, seen),
  ...reached(place, seen),
]

function ownAddress(doc: TopologyDocument, place: Place, seen: Seen): Fact[] {
  const client = place.kind === 'client' ? resourceOf(doc, place.id, 'client') : undefined
  const [address] = seen.callers
  if (!client || address === undefined || client.address === address) return []
  const subnet = resourceOf(doc, client.place, 'subnet')
  if (subnet && !inside(subnet.cidrBlock, address))
    return [
      { says: `The command ran at ${address}, which lies outside the subnet of ${place.id}: it ran somewhere else.` },
    ]
  return [
    {
      says: `${place.id} calls from ${address}.`,
      settles: { resource: place.id, path: '/address' },
      change(draft) {
        const drawn = resourceOf(draft, place.id, 'client')
        if (drawn) drawn.address = address
      },
    },
  ]
}

/** A public address that answers shows a way out; the machine itself says where there is none. */
function egress(doc: TopologyDocument, place: Place, seen: Seen): Fact[] {
  const network = resourceOf(doc, place.network, 'network')
  const id = place.network
  if (!network || id === undefined || seen.leads !== 'public' || seen.proxy.length > 0) return []
  const open = seen.connected ? true : is(seen, 'unreachable') ? false : undefined
  if (open === undefined || (open === network.internetEgress && !network.notVisible)) return []
  return [
    {
      says: open
        ? `${id} reaches the internet: ${seen.addresses[0]} answered.`
        : `${id} has no way out to the internet.`,
      settles: { resource: id, path: '/internetEgress' },
      change(draft) {
        const drawn = resourceOf(draft, id, 'network')
        if (drawn) drawn.internetEgress = open
      },
    },
  ]
}

/** Routes belong to the VPC or the network, not to who calls: they are said, and nothing is changed. */
function reached(place: Place, seen: Seen): Fact[] {
  const [address] = seen.addresses.filter(isPrivateAddress)
  if (address === undefined) return []
  if (seen.connected)
    return [{ says: `${place.id} reaches ${address}: routes, groups and ACLs on the way let it pass.` }]
  return is(seen, 'timeout') ? [{ says: `${place.id} gets no answer from ${address}.` }] : []
}

function inside(cidr: string, address: string): boolean {
  const block = rangeOf(cidr)
  const one = rangeOf(address)
  return block !== undefined && one !== undefined && covers(block, one)
}
