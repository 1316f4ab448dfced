import { endpointPoints } from '@/lib/network/point'
import { meaningOf } from '@/lib/network/targets'
import { resourceOf } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { aboutOf, type Propose } from '../proposal'

/** A listener on the port that is called, to where the others forward. */
export const listener: Propose = ({ doc, hop }) => {
  const balancer = resourceOf(doc, hop.resource, 'loadBalancer')
  const port = hop.call.port
  const [first] = balancer?.listeners ?? []
  if (!balancer || !first || port === undefined) return []
  const path = pointer(['resources', hop.resource, 'listeners', '-'])
  return [
    {
      label: `Add a ${first.protocol} listener on ${port} to ${balancer.name ?? hop.resource}`,
      patch: [{ op: 'add', path, value: { ...first, port } }],
    },
  ]
}

export const clientAddress: Propose = (stopped) => {
  const id = aboutOf(stopped)
  const group = resourceOf(stopped.doc, id, 'targetGroup')
  if (!group) return []
  const path = pointer(['resources', id, 'attributes'])
  const value = { ...group.attributes, 'preserve_client_ip.enabled': 'false' }
  return [{ label: `Turn off client address preservation of ${group.name ?? id}`, patch: [{ op: 'add', path, value }] }]
}

export const zones: Propose = ({ doc, hop }) => {
  const balancer = resourceOf(doc, hop.resource, 'loadBalancer')
  if (!balancer) return []
  const path = pointer(['resources', hop.resource, 'attributes'])
  const value = { ...balancer.attributes, 'load_balancing.cross_zone.enabled': 'true' }
  return [
    {
      label: `Turn on cross-zone load balancing of ${balancer.name ?? hop.resource}`,
      patch: [{ op: 'add', path, value }],
    },
  ]
}

/** The addresses that the endpoint has now, in the place of those it had. */
export const targets: Propose = (stopped) => {
  const { doc } = stopped
  const id = aboutOf(stopped)
  const group = resourceOf(doc, id, 'targetGroup')
  const endpoints = Object.entries(doc.resources).filter(([, r]) => r.kind === 'vpcEndpoint' && r.vpc === group?.vpc)
  const meant = group?.targets.map((t) => meaningOf(t.of).endpoint).find((e) => e !== undefined)
  const endpoint = meant ?? (endpoints.length === 1 ? endpoints[0]?.[0] : undefined)
  const points = endpoint === undefined ? undefined : endpointPoints(doc, endpoint)
  if (!group || endpoint === undefined || !points?.known) return []
  const value = points.value.map((p) => ({
    id: p.range.text,
    port: group.port,
    ...(p.home.in === 'vpc' && p.home.subnet !== undefined
      ? {
          availabilityZone: resourceOf(doc, p.home.subnet, 'subnet')?.availabilityZone,
          of: { vpcEndpoint: endpoint, subnet: p.home.subnet },
        }
      : {}),
    health: { state: 'healthy' },
  }))
  return [
    {
      label: `Register the present addresses of ${doc.resources[endpoint]?.physicalId ?? endpoint} in ${group.name ?? id}`,
      patch: [{ op: 'replace', path: pointer(['resources', id, 'targets']), value }],
    },
  ]
}
