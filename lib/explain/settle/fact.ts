import { type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'

/** A place whose settings somebody can state. */
export interface Place {
  id: string
  kind: 'client' | 'instance' | 'network'
  /** The VPC that it stands in. */
  vpc?: string
  /** The network on premises that it is, or stands in. */
  network?: string
}

/** Something that the output shows: with a change, or as the reason why there is none. */
export type Fact =
  | { says: string; change: (draft: TopologyDocument) => void; settles: { resource: string; path: string } }
  | { says: string }

/** The place behind a resource; undefined where it holds no settings of its own. */
export function placeOf(doc: TopologyDocument, id: string): Place | undefined {
  const client = resourceOf(doc, id, 'client')
  if (client) {
    const vpc = resourceOf(doc, client.place, 'subnet')?.vpc
    if (vpc !== undefined) return { id, kind: 'client', vpc }
    return resourceOf(doc, client.place, 'network')
      ? { id, kind: 'client', network: client.place }
      : { id, kind: 'client' }
  }
  const instance = resourceOf(doc, id, 'instance')
  if (instance) {
    const vpc = resourceOf(doc, instance.subnet, 'subnet')?.vpc
    return { id, kind: 'instance', ...(vpc === undefined ? {} : { vpc }) }
  }
  return resourceOf(doc, id, 'network') ? { id, kind: 'network', network: id } : undefined
}

type Pinning = ResourceOf<'client'> | ResourceOf<'instance'>

/** Pins what the place was answered for a name. */
export function pin(place: Place, name: string, addresses: string[]): Fact {
  return {
    says: `${place.id} resolves ${name} to ${addresses.join(', ')}.`,
    settles: { resource: place.id, path: '/pinned' },
    change(draft) {
      const holder: Pinning | undefined =
        resourceOf(draft, place.id, 'client') ?? resourceOf(draft, place.id, 'instance')
      if (holder) holder.pinned = { ...holder.pinned, [name]: addresses }
    },
  }
}

/** States which servers the place asks; of a network on premises that is its own setting. */
export function servers(place: Place, dns: ResourceOf<'network'>['dns'], says: string): Fact {
  return {
    says,
    settles: { resource: place.id, path: '/dns' },
    change(draft) {
      const client = resourceOf(draft, place.id, 'client')
      if (client) client.dns = dns
      const network = resourceOf(draft, place.id, 'network')
      if (network) network.dns = dns
    },
  }
}
