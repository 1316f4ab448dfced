import type { Integration, ResourceOf, TopologyDocument } from '@/lib/topology/document'

/** What arrows ask of the whole document, gathered in one pass. */
export interface Lookups {
  /** The address that is asked for through a VPC link: its scheme and port choose the listener. */
  uriThrough: Map<string, string>
  /** HTTP endpoint by host. */
  hostNamed: Map<string, string>
  /** Who has an address, or is an instance, by `VPC ADDRESS`; by address alone where the VPC is not said. */
  holderOf: Map<string, string>
}

export function lookupsOf(doc: TopologyDocument): Lookups {
  const found: Lookups = { uriThrough: new Map(), hostNamed: new Map(), holderOf: new Map() }
  for (const [id, r] of Object.entries(doc.resources)) {
    if (r.kind === 'httpEndpoint') found.hostNamed.set(r.host, id)
    if (r.kind === 'restApi')
      for (const i of integrationsOf(r))
        if (i.connection !== undefined && i.uri !== undefined && !found.uriThrough.has(i.connection))
          found.uriThrough.set(i.connection, i.uri)
    if (r.kind === 'vpcEndpoint')
      for (const { privateIpAddress } of r.networkInterfaces)
        if (privateIpAddress) found.holderOf.set(`${r.vpc} ${privateIpAddress}`, id)
    if (r.kind === 'ecsService') for (const task of r.tasks) found.holderOf.set(task.privateIpAddress, id)
    if (r.kind === 'instance')
      for (const name of [id, r.physicalId, r.privateIpAddress]) if (name !== undefined) found.holderOf.set(name, id)
  }
  return found
}

export function integrationsOf(api: ResourceOf<'restApi'>): Integration[] {
  return Object.values(api.resources).flatMap((resource) =>
    Object.values(resource.methods).flatMap((method) => (method.integration ? [method.integration] : [])),
  )
}
