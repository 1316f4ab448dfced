import type { TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import { type Offer, refuse } from './change'
import { linksBetween } from './connect/connect'
import { create } from './create/create'
import { kindTitle } from './kindTitles'
import { titleOf } from './titleOf'

/** What usually comes next on the way of a call, or into a place, for each kind. */
const usual: Partial<Record<Kind, Kind[]>> = {
  account: ['vpc'],
  vpc: ['instance', 'vpcEndpoint', 'loadBalancer', 'ecsService', 'subnet', 'gateway'],
  subnet: ['instance', 'routeTable'],
  client: ['vpcEndpoint'],
  instance: ['vpcEndpoint'],
  vpcEndpoint: ['restApi', 'domainName'],
  domainName: ['restApi'],
  restApi: ['vpcLink', 'httpEndpoint', 'lambdaFunction'],
  vpcLink: ['loadBalancer'],
  loadBalancer: ['targetGroup'],
  targetGroup: ['ecsService', 'vpcEndpoint', 'instance'],
  ecsService: ['securityGroup'],
  lambdaFunction: ['securityGroup'],
}

export const nextKinds = (kind: Kind): readonly Kind[] => usual[kind] ?? []

/** Adds what comes next where this one stands, with the arrow between the two, as one step. */
export function addNext(document: TopologyDocument, from: string, kind: Kind): Offer {
  const made = create(document, kind, from)
  const placed = made.ok ? made : create(document, kind)
  if (!placed.ok) return refuse(placed.why)
  const links = linksBetween(placed.document, from, placed.id)
  const back = links.ok ? links : linksBetween(placed.document, placed.id, from)
  const [link] = back.ok ? back.links : []
  const patch = [...placed.change.patch, ...(link?.make({}).patch ?? [])]
  const label = `Add ${kindTitle(kind)} ${placed.id} after ${titleOf(document, from)}`
  return { ok: true, change: { label, patch }, selects: [placed.id] }
}
