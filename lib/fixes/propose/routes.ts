import { networks, peerings, transitGateways } from '@/lib/network/perDocument'
import { tableOf } from '@/lib/network/routes'
import { vantageOf } from '@/lib/network/vantage'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import type { Hop } from '@/lib/trace/trace'
import { allHops, before, called, only, type Proposal, type Propose } from '../proposal'
import { overLink } from './uris'

/** A route over what already joins the two places; a new connection is nobody's to propose. */
export const there: Propose = (stopped) => {
  const { doc, trace, hop } = stopped
  const to = allHops(trace.hops).find((h) => h.n === hop.n + 1)
  const from = placeOf(doc, hop, trace.invocation.vantage)
  return [...overLink(stopped), ...route(doc, from, placeOf(doc, to, trace.invocation.vantage)), ...outside(doc, from)]
}

/** What is public is reached over the gateway that the VPC has. */
function outside(doc: TopologyDocument, from: Place | undefined): Proposal[] {
  if (!from || !resourceOf(doc, from.id, 'vpc')) return []
  const nat = only(doc, 'gateway', (g) => g.type === 'nat' && g.vpc === from.id)
  return nat ? tablesOf(doc, from).map((table) => along(doc, table, '0.0.0.0/0', nat.id)) : []
}

export const back: Propose = (stopped) => {
  const { doc, trace, hop } = stopped
  return route(
    doc,
    placeOf(doc, hop, trace.invocation.vantage),
    placeOf(doc, before(stopped), trace.invocation.vantage),
  )
}

interface Place {
  id: string
  subnets: string[]
  blocks: string[]
}

function placeOf(doc: TopologyDocument, hop: Hop | undefined, vantage: string): Place | undefined {
  if (!hop) return undefined
  if (hop.n === 1) {
    const [point] = vantageOf(doc, vantage).points
    if (point?.home.in === 'network') {
      const { network } = point.home
      return { id: network, subnets: [], blocks: resourceOf(doc, network, 'network')?.cidrs ?? [] }
    }
    if (point?.home.in !== 'vpc') return undefined
    return inVpc(doc, point.home.vpc, point.home.subnet === undefined ? [] : [point.home.subnet])
  }
  const endpoint = resourceOf(doc, hop.resource, 'vpcEndpoint')
  if (endpoint)
    return inVpc(
      doc,
      endpoint.vpc,
      endpoint.networkInterfaces.map((i) => i.subnet),
    )
  const balancer = resourceOf(doc, hop.resource, 'loadBalancer')
  return (
    balancer &&
    inVpc(
      doc,
      balancer.vpc,
      balancer.availabilityZones.map((z) => z.subnet),
    )
  )
}

const inVpc = (doc: TopologyDocument, id: string, subnets: string[]): Place => ({
  id,
  subnets,
  blocks: resourceOf(doc, id, 'vpc')?.cidrBlocks ?? [],
})

function route(doc: TopologyDocument, from: Place | undefined, to: Place | undefined): Proposal[] {
  const via = from && to && joins(doc, from.id, to.id)
  if (!from || !to || via === undefined) return []
  return tablesOf(doc, from).flatMap((table) => to.blocks.map((destination) => along(doc, table, destination, via)))
}

function tablesOf(doc: TopologyDocument, { id, subnets }: Place): string[] {
  const tables = subnets.flatMap((subnet) => {
    const table = tableOf(doc, id, subnet)
    return 'id' in table && table.id !== undefined ? [table.id] : []
  })
  return [...new Set(tables)]
}

/** A table has one route for a destination: what is there is replaced. */
function along(doc: TopologyDocument, table: string, destination: string, via: string): Proposal {
  const routes = resourceOf(doc, table, 'routeTable')?.routes ?? []
  const at = routes.findIndex((r) => r.destination === destination)
  const value = { destination, target: via, state: 'active' }
  return {
    label: `Route ${destination} over ${called(doc, via)} in ${called(doc, table)}`,
    patch: [
      at < 0
        ? { op: 'add', path: pointer(['resources', table, 'routes', '-']), value }
        : { op: 'replace', path: pointer(['resources', table, 'routes', String(at)]), value },
    ],
  }
}

function joins(doc: TopologyDocument, a: string, b: string): string | undefined {
  const peering = peerings(doc).find(
    ([, p]) => p.status === 'active' && [p.requester, p.accepter].includes(a) && [p.requester, p.accepter].includes(b),
  )
  const transit = transitGateways(doc).find(([, t]) => [a, b].every((id) => t.attachments.some((x) => x.to === id)))
  const line = networks(doc).find(([id, n]) => id === b && resourceOf(doc, n.via, 'gateway')?.vpc === a)
  return peering?.[0] ?? transit?.[0] ?? line?.[1].via
}
