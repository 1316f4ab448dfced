import { vpcEndpoints } from '@/lib/network/perDocument'
import { endpointPoints } from '@/lib/network/point'
import { meaningOf } from '@/lib/network/targets'
import { type ResourceOf, resourceOf, resourcesOf, type TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { aboutOf, before, called, only, type Proposal, type Propose, type Stopped } from '../proposal'
import { balancerPort } from './uris'

/** A port that it listens on; else a listener on the port that is called, to where the others forward. */
export const listener: Propose = (stopped) => [...balancerPort(stopped), ...added(stopped)]

function added({ doc, hop }: Stopped): Proposal[] {
  const balancer = resourceOf(doc, hop.resource, 'loadBalancer')
  const port = hop.call.port
  const first = balancer?.listeners.find((l) => l.default.type === 'forward') ?? unused(doc, hop.resource, port)
  if (!balancer || !first || port === undefined) return []
  const path = pointer(['resources', hop.resource, 'listeners', '-'])
  return [
    {
      label: `Add a ${first.protocol} listener on ${port} to ${balancer.name ?? hop.resource}`,
      patch: [{ op: 'add', path, value: { ...first, port } }],
    },
  ]
}

/** Without any listener: to the one group of its VPC that no load balancer forwards to. */
function unused(doc: TopologyDocument, id: string, port: number | undefined) {
  const balancer = resourceOf(doc, id, 'loadBalancer')
  const taken = JSON.stringify(resourcesOf(doc, 'loadBalancer').map(([, b]) => b.listeners))
  const group = only(doc, 'targetGroup', (g, at) => g.vpc === balancer?.vpc && !taken.includes(JSON.stringify(at)))
  if (!group || port === undefined) return undefined
  const forward = { type: 'forward' as const, targetGroups: [{ targetGroup: group.id }] }
  return { protocol: group.resource.protocol, port, default: forward }
}

export const clientAddress: Propose = (stopped) => {
  const id = stopped.check.resource ?? stopped.check.evidence[0]?.resource ?? stopped.hop.resource
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

/** What the group is for, at the addresses it has now, in the place of what was registered. */
export const targets: Propose = (stopped) => {
  const id = aboutOf(stopped)
  const group = resourceOf(stopped.doc, id, 'targetGroup')
  if (!group) return []
  const { doc } = stopped
  return [...endpointIn(doc, id, group), ...tasksIn(doc, id, group), ...onlyService(doc, id, group)]
}

/** The interfaces of the endpoint that is reached, on the port of their group. */
export function endpointTargets(stopped: Stopped): Proposal[] {
  const { doc } = stopped
  const id = before(stopped)?.checks.find((c) => c.id === 'target.usable')?.resource
  const group = resourceOf(doc, id, 'targetGroup')
  return id !== undefined && group ? endpointIn(doc, id, group) : []
}

/** A group that no service names, where only one service has its port. */
function onlyService(doc: TopologyDocument, id: string, group: Group): Proposal[] {
  if (group.targetType !== 'ip' || group.targets.length > 0) return []
  const found = only(doc, 'ecsService', (s) => s.loadBalancers.some((b) => b.containerPort === group.port))
  const value = (found?.resource.tasks ?? []).flatMap((t) =>
    t.lastStatus === 'RUNNING'
      ? [
          {
            id: t.privateIpAddress,
            port: group.port,
            ...zoneOf(doc, t.subnet),
            of: { ecsService: found?.id ?? '', task: t.id },
          },
        ]
      : [],
  )
  return found && value.length > 0
    ? [registering(id, group, `the running tasks of ${called(doc, found.id)}`, value)]
    : []
}

type Group = ResourceOf<'targetGroup'>

/** A target is its address and its port: what is registered already is not registered anew. */
function registering(id: string, group: Group, what: string, value: Group['targets']): Proposal {
  const named = (targets: Group['targets']) => targets.map((t) => `${t.id} ${t.port ?? group.port}`).sort()
  const same = named(value).join() === named(group.targets).join()
  return {
    label: `Register ${what} in ${group.name ?? id}`,
    patch: same ? [] : [{ op: 'replace', path: pointer(['resources', id, 'targets']), value }],
  }
}

/** An endpoint listens on 443 alone: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html */
const endpointPort = 443

function endpointIn(doc: TopologyDocument, id: string, group: Group): Proposal[] {
  const meant = group.targets.map((t) => meaningOf(t.of).endpoint).find((e) => e !== undefined)
  const near = group.port === endpointPort ? vpcEndpoints(doc).filter(([, e]) => e.vpc === group.vpc) : []
  const endpoint = meant ?? (near.length === 1 ? near[0]?.[0] : undefined)
  const points = endpoint === undefined ? undefined : endpointPoints(doc, endpoint)
  if (endpoint === undefined || !points?.known) return []
  const value = points.value.map((p) => ({
    id: p.range.text,
    port: group.port,
    ...(p.home.in === 'vpc' && p.home.subnet !== undefined
      ? { ...zoneOf(doc, p.home.subnet), of: { vpcEndpoint: endpoint, subnet: p.home.subnet } }
      : {}),
  }))
  return [registering(id, group, `the present addresses of ${doc.resources[endpoint]?.physicalId ?? endpoint}`, value)]
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html */
function tasksIn(doc: TopologyDocument, id: string, group: Group): Proposal[] {
  return resourcesOf(doc, 'ecsService').flatMap(([ecsService, { name, loadBalancers, tasks }]) => {
    const port = loadBalancers.find((b) => b.targetGroup === id)?.containerPort
    const value = tasks
      .filter((t) => t.lastStatus === 'RUNNING')
      .map((t) => ({
        id: t.privateIpAddress,
        port: port ?? group.port,
        ...zoneOf(doc, t.subnet),
        of: { ecsService, task: t.id },
      }))
    return port === undefined || value.length === 0
      ? []
      : [registering(id, group, `the running tasks of ${name ?? ecsService}`, value)]
  })
}

function zoneOf(doc: TopologyDocument, subnet: string) {
  const availabilityZone = resourceOf(doc, subnet, 'subnet')?.availabilityZone
  return availabilityZone === undefined ? {} : { availabilityZone }
}
