import { isOf, type Resource } from '@/lib/topology/document'

/** Alias records of zones name DNS names; where one is that of an endpoint or a load balancer read, that is meant. */
export function bindAliases(resources: ReadonlyMap<string, Resource>): Map<string, Resource> {
  const named = new Map<string, string>()
  for (const [id, r] of resources) {
    if (isOf(r, 'loadBalancer') && r.dnsName !== undefined) named.set(r.dnsName.toLowerCase(), id)
    // A zonal name leads to one address only, so only the first, regional one stands for the endpoint.
    if (isOf(r, 'vpcEndpoint') && r.dnsEntries?.[0] !== undefined) named.set(r.dnsEntries[0].toLowerCase(), id)
  }
  const bound = new Map<string, Resource>()
  for (const [id, zone] of resources)
    if (isOf(zone, 'hostedZone')) {
      const records = zone.records.map((record) => {
        const to = named.get(record.aliasTo?.toLowerCase() ?? '')
        return to === undefined ? record : { ...record, aliasTo: to }
      })
      bound.set(id, { ...zone, records })
    }
  return bound
}
