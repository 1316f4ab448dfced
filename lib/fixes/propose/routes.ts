import { networks, peerings, transitGateways } from '@/lib/network/perDocument'
import { tableOf } from '@/lib/network/routes'
import { vantageOf } from '@/lib/network/vantage'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import type { Hop } from '@/lib/trace/trace'
import { before, type Proposal, type Propose } from '../proposal'

/** A route over what already joins the two places; a new connection is nobody's to propose. */
export const there: Propose = (stopped) => {
  const { doc, trace, hop } = stopped
  const to = trace.hops.find((h) => h.n === hop.n + 1)
  return route(doc, placeOf(doc, hop, trace.invocation.vantage), placeOf(doc, to, trace.invocation.vantage))
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
  const tables = new Set<string>()
  for (const subnet of from.subnets) {
    const table = tableOf(doc, from.id, subnet)
    if ('id' in table && table.id !== undefined) tables.add(table.id)
  }
  return [...tables].flatMap((table) =>
    to.blocks.map((destination) => ({
      label: `Route ${destination} over ${doc.resources[via]?.physicalId ?? via} in ${doc.resources[table]?.physicalId ?? table}`,
      patch: [
        {
          op: 'add' as const,
          path: pointer(['resources', table, 'routes', '-']),
          value: { destination, target: via, state: 'active' },
        },
      ],
    })),
  )
}

function joins(doc: TopologyDocument, a: string, b: string): string | undefined {
  const peering = peerings(doc).find(
    ([, p]) => p.status === 'active' && [p.requester, p.accepter].includes(a) && [p.requester, p.accepter].includes(b),
  )
  const transit = transitGateways(doc).find(([, t]) => [a, b].every((id) => t.attachments.some((x) => x.to === id)))
  const line = networks(doc).find(([id, n]) => id === b && resourceOf(doc, n.via, 'gateway')?.vpc === a)
  return peering?.[0] ?? transit?.[0] ?? line?.[1].via
}
