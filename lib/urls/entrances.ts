import { parseExecuteApi } from '@/lib/naming/executeApi'
import { isExecuteApiService } from '@/lib/naming/serviceName'
import { loadBalancers, targetGroups, vpcEndpoints } from '@/lib/network/perDocument'
import { type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'

type VpcEndpoint = ResourceOf<'vpcEndpoint'>
type LoadBalancer = ResourceOf<'loadBalancer'>
export type Listener = LoadBalancer['listeners'][number]

/** The interface endpoints that carry calls to private APIs of a region. */
export const endpointsFor = (doc: TopologyDocument, region: string): [string, VpcEndpoint][] =>
  vpcEndpoints(doc).filter(([, endpoint]) => isExecuteApiService(endpoint.serviceName, region))

/** The endpoint's own names: the regional one, and the zonal ones. The random part is AWS's, so only entries count. */
export function namesOf(endpoint: VpcEndpoint): { regional?: string; zonal: string[] } {
  const own = (endpoint.dnsEntries ?? []).filter((name) => parseExecuteApi(name)?.form === 'endpoint')
  const zone = (name: string) => {
    const parsed = parseExecuteApi(name)
    return parsed?.form === 'endpoint' ? parsed.zone : undefined
  }
  const regional = own.find((name) => zone(name) === undefined)
  return { zonal: own.filter((name) => zone(name) !== undefined), ...(regional === undefined ? {} : { regional }) }
}

/** The word for a DNS name that AWS has not given yet. */
export const unknownName = (id: string): string => `unknown-dnsName-of-${id}`

const forwardedTo = (listener: Listener): string[] => {
  const actions = [listener.default, ...(listener.rules ?? []).map((rule) => rule.action)]
  return actions.flatMap((action) => (action.type === 'forward' ? action.targetGroups.map((t) => t.targetGroup) : []))
}

/** The endpoint behind a listener: its targets are bound to the endpoint, or are the addresses of its interfaces. */
export function endpointBehind(doc: TopologyDocument, listener: Listener): string | undefined {
  for (const group of forwardedTo(listener))
    for (const target of resourceOf(doc, group, 'targetGroup')?.targets ?? []) {
      if (target.of && 'vpcEndpoint' in target.of && typeof target.of.vpcEndpoint === 'string')
        return target.of.vpcEndpoint
      const owner = vpcEndpoints(doc).find(([, endpoint]) =>
        endpoint.networkInterfaces.some((i) => i.privateIpAddress !== undefined && i.privateIpAddress === target.id),
      )
      if (owner) return owner[0]
    }
  return undefined
}

/** Network load balancers in front of an endpoint of the region, by listener. */
export function frontsOf(
  doc: TopologyDocument,
  region: string,
): { id: string; nlb: LoadBalancer; listener: Listener }[] {
  const endpoints = new Set(endpointsFor(doc, region).map(([id]) => id))
  return loadBalancers(doc).flatMap(([id, nlb]) =>
    nlb.type === 'network'
      ? nlb.listeners.flatMap((listener) =>
          endpoints.has(endpointBehind(doc, listener) ?? '') ? [{ id, nlb, listener }] : [],
        )
      : [],
  )
}

/** Whether what is behind a listener speaks TLS itself: stated by a service or instance, else taken from the port. */
export function backendSpeaksTls(doc: TopologyDocument, listener: Listener): boolean {
  for (const id of forwardedTo(listener)) {
    const group = targetGroups(doc).find(([g]) => g === id)?.[1]
    for (const target of group?.targets ?? []) {
      const { of } = target
      const owner = of && 'ecsService' in of ? of.ecsService : of && 'instance' in of ? of.instance : undefined
      if (typeof owner !== 'string') continue
      const { software } = resourceOf(doc, owner, 'ecsService') ?? resourceOf(doc, owner, 'instance') ?? {}
      const stated = software?.listens.find((l) => l.port === (target.port ?? group?.port))
      if (stated) return stated.tls !== undefined
    }
  }
  return listener.port === 443 || listener.port === 8443
}
