import { endpointPoints, nodePoints } from '@/lib/network/point'
import { vantageOf } from '@/lib/network/vantage'
import { type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import type { Hop } from '@/lib/trace/trace'

/** Every address that a hop sends from or is reached at, as blocks for a rule: single ones end in /32. */
export function blocksOf(doc: TopologyDocument, hop: Hop | undefined, vantage: string): string[] {
  if (!hop) return []
  if (hop.n === 1) return vantageOf(doc, vantage).points.map((p) => asBlock(p.range.text))
  const points =
    hop.kind === 'loadBalancer'
      ? nodePoints(doc, hop.resource)
      : hop.kind === 'vpcEndpoint'
        ? endpointPoints(doc, hop.resource)
        : undefined
  if (points) return points.known ? points.value.map((p) => asBlock(p.range.text)) : []
  const link = resourceOf(doc, hop.resource, 'vpcLink')
  if (link) return (link.subnets ?? []).flatMap((s) => resourceOf(doc, s, 'subnet')?.cidrBlock ?? [])
  return tasksOf(resourceOf(doc, hop.resource, 'ecsService'))
}

const tasksOf = (service: ResourceOf<'ecsService'> | undefined) =>
  (service?.tasks ?? []).map((t) => asBlock(t.privateIpAddress))

export const asBlock = (text: string): string =>
  text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`
