import { isOf, type Resource, type ResourceOf, type TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'

/** A fact that joins many resources, kept as long as its document lives: an edit makes a new document. */
export function perDocument<T>(build: (doc: TopologyDocument) => T): (doc: TopologyDocument) => T {
  const kept = new WeakMap<TopologyDocument, { value: T }>()
  return (doc) => {
    const found = kept.get(doc)
    if (found) return found.value
    const value = build(doc)
    kept.set(doc, { value })
    return value
  }
}

const buckets = perDocument((doc) => {
  const byKind = new Map<Kind, [string, Resource][]>()
  for (const id in doc.resources) {
    const resource = doc.resources[id]
    if (!resource) continue
    const bucket = byKind.get(resource.kind)
    if (bucket) bucket.push([id, resource])
    else byKind.set(resource.kind, [[id, resource]])
  }
  return byKind
})

/** All resources of one kind, found in one pass over the document for all kinds together. */
export function allOf<K extends Kind>(kind: K): (doc: TopologyDocument) => [string, ResourceOf<K>][] {
  return perDocument((doc) => {
    const found: [string, ResourceOf<K>][] = []
    for (const [id, resource] of buckets(doc).get(kind) ?? []) if (isOf(resource, kind)) found.push([id, resource])
    return found
  })
}

export const vpcs = allOf('vpc')
export const subnets = allOf('subnet')
export const routeTables = allOf('routeTable')
export const networks = allOf('network')
export const transitGateways = allOf('transitGateway')
export const peerings = allOf('vpcPeeringConnection')
export const hostedZones = allOf('hostedZone')
export const resolverRules = allOf('resolverRule')
export const resolverEndpoints = allOf('resolverEndpoint')
export const clients = allOf('client')
export const instances = allOf('instance')
export const principals = allOf('principal')
export const vpcEndpoints = allOf('vpcEndpoint')
export const domainNames = allOf('domainName')
export const restApis = allOf('restApi')
export const usagePlans = allOf('usagePlan')
export const loadBalancers = allOf('loadBalancer')
export const targetGroups = allOf('targetGroup')
export const ecsServices = allOf('ecsService')
export const httpEndpoints = allOf('httpEndpoint')
export const otherApis = allOf('otherApi')

const physical = perDocument((doc) => {
  const byId = new Map<string, string[]>()
  for (const bucket of buckets(doc).values())
    for (const [id, resource] of bucket) {
      if (resource.physicalId === undefined) continue
      const same = byId.get(resource.physicalId)
      if (same) same.push(id)
      else byId.set(resource.physicalId, [id])
    }
  return byId
})

/** Logical ids of the resources with this physical id. */
export const withPhysicalId = (doc: TopologyDocument, physicalId: string): string[] =>
  physical(doc).get(physicalId) ?? []

/** The id as AWS knows it, or an opaque word that equals only itself where nobody knows it yet. */
export const awsId = (doc: TopologyDocument, id: string): string =>
  doc.resources[id]?.physicalId ?? `unknown-id-of-${id}`
