import { serviceHost } from '@/lib/naming/executeApi'
import { VantageError, vantageOf } from '@/lib/network/vantage'
import { resourceOf, resourcesOf, type TopologyDocument } from '@/lib/topology/document'
import type { Edit } from '@/lib/topology/patch'
import { covers } from '@/lib/topology/pointer'
import { produceEdit } from '@/lib/topology/produce'

/** A client on premises or on a VPN: the network it stands in, and the client itself where one is drawn. */
export interface Premises {
  network: string
  client?: string
}

export const unknown = 'unknown'

/** What three plain questions are answered with; `unknown` is an answer. */
export interface Answers {
  /** Logical id of the inbound resolver endpoint that AWS's names are forwarded to, or `own`. */
  dns: string
  egress: 'yes' | 'no' | typeof unknown
  address: string
}

export function premisesOf(document: TopologyDocument, vantage: string): Premises | undefined {
  const resource = resourceAt(document, vantage)
  const client = resourceOf(document, resource, 'client')
  if (client && resourceOf(document, client.place, 'network')) return { network: client.place, client: resource }
  return resourceOf(document, resource, 'network') ? { network: resource } : undefined
}

function resourceAt(document: TopologyDocument, vantage: string): string {
  try {
    return vantageOf(document, vantage).resource
  } catch (error) {
    if (error instanceof VantageError) return vantage
    throw error
  }
}

/** Where names can be forwarded to. */
export const inboundEndpoints = (document: TopologyDocument) =>
  resourcesOf(document, 'resolverEndpoint').filter(([, { direction }]) => direction === 'INBOUND')

/** What the topology says at present. */
export function answersOf(document: TopologyDocument, { network, client }: Premises): Answers {
  const held = resourceOf(document, network, 'network')
  const caller = resourceOf(document, client, 'client')
  const hidden = (path: string) => held?.notVisible?.some((hole) => covers(hole.path, path)) ?? false
  const dns = caller?.dns ?? held?.dns
  const forward = dns?.forwards?.map(({ to }) => to).find((to) => typeof to === 'string')
  return {
    dns: caller?.dns === undefined && hidden('/dns') ? unknown : (forward ?? 'own'),
    egress: hidden('/internetEgress') ? unknown : held?.internetEgress ? 'yes' : 'no',
    address: caller?.address ?? unknown,
  }
}

/** The answers as one edit. What nobody knows is named as missing, so that no check takes it for granted. */
export function answered(document: TopologyDocument, { network, client }: Premises, answers: Answers): Edit {
  const name = document.resources[network]?.name ?? network
  return produceEdit(document, `${name}: what is known of it`, (draft) => {
    const held = resourceOf(draft, network, 'network')
    const caller = resourceOf(draft, client, 'client')
    if (!held) return
    const open = new Set<string>()
    if (caller) delete caller.dns
    if (answers.dns === unknown) open.add('/dns')
    else held.dns = serversOf(document, answers.dns)
    if (answers.egress === unknown) open.add('/internetEgress')
    else held.internetEgress = answers.egress === 'yes'
    // Without an address the client stands for any of its network.
    if (caller && answers.address === unknown) delete caller.address
    else if (caller) caller.address = answers.address
    const kept = (held.notVisible ?? []).filter(({ path }) => !(path in asks))
    const holes = [...open].map((path) => ({ path, why: 'notInspected' as const, ask: asks[path] ?? path }))
    if (kept.length + holes.length > 0) held.notVisible = [...kept, ...holes]
    else delete held.notVisible
  }).edit
}

const asks: Readonly<Record<string, string>> = {
  '/dns': 'Which DNS servers are asked there, and do they forward the names of AWS into the VPC?',
  '/internetEgress': 'Is there a way out to the internet?',
}

/** Servers of one's own that hand the names of API Gateway to an inbound endpoint, or none of them. */
function serversOf(document: TopologyDocument, dns: string) {
  const region = document.resources[dns]?.region
  if (dns === 'own' || region === undefined) return { servers: 'own' as const }
  return { servers: 'own' as const, forwards: [{ domain: serviceHost(region), to: dns }] }
}
