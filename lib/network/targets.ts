import type { Missing } from '@/lib/known/known'
import { resourceOf, type Target, type TopologyDocument } from '@/lib/topology/document'
import { readField, readWhole } from '@/lib/topology/read'
import { holderIn, holderOutside } from './holders'
import { holes } from './holes'
import { instances, loadBalancers, perDocument, withPhysicalId } from './perDocument'
import { endpointPoints, internetPoint, nodePoints, noGroups, type Point, pointInSubnet } from './point'

/**
 * Which targets of a group get new connections
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html). With no healthy
 * target in any enabled zone a load balancer fails open: all registered ones get traffic.
 */
export interface TargetsFact {
  verdict: 'pass' | 'fail' | 'unknown'
  reason: 'healthy' | 'fail-open' | 'below-threshold' | 'empty' | 'not-in-use' | 'changing' | 'not-visible'
  used: UsedTarget[]
  healthy: number
  total: number
  missing: Missing[]
}

export interface UsedTarget {
  target: Target
  /** Position in the group. */
  at: number
  port: number
  /** Zone name; undefined: outside the load balancer's VPC, served from every zone. */
  zone?: string
  /** Undefined: nobody has the address. */
  point?: Point
}

export function targetsOf(doc: TopologyDocument, balancer: string, group: string): TargetsFact {
  const kept = facts(doc)
  const key = `${balancer} ${group}`
  const found = kept.get(key)
  if (found) return found
  const fact = computed(doc, balancer, group)
  kept.set(key, fact)
  return fact
}

const facts = perDocument(() => new Map<string, TargetsFact>())

function computed(doc: TopologyDocument, balancer: string, group: string): TargetsFact {
  const read = readField(doc, group, 'targetGroup', 'targets')
  const none = { used: [], healthy: 0, total: 0, missing: [] }
  if (!read.known) return { ...none, verdict: 'unknown', reason: 'not-visible', missing: read.missing }
  // Who holds a target's address may be hidden alone; that is asked where it matters.
  const tgGaps = holes(doc, group, '/targets', '/port', '/protocol', '/targetType', '/vpc').filter(
    (gap) => !/^\/targets\/\d+\/of$/.test(gap.path),
  )
  const lbGaps = holes(doc, balancer, '/availabilityZones', '/type')
  const zones = zonesOf(doc, balancer)
  const cross = isCrossZone(doc, balancer, group)
  const tg = resourceOf(doc, group, 'targetGroup')
  const registered = (read.value ?? []).map(
    (target, at): UsedTarget => placed(doc, tg?.vpc ?? '', target, at, tg?.port ?? 0),
  )
  const total = registered.length
  const gaps = [...tgGaps, ...lbGaps, ...zoneGaps(doc, balancer)]
  if (gaps.length > 0)
    return { ...none, total, verdict: 'unknown', reason: 'not-visible', used: registered, missing: gaps }
  if (total === 0) return { ...none, verdict: 'fail', reason: 'empty' }
  const enabled = registered.filter(
    (t) => (cross || t.zone === undefined || zones.includes(t.zone)) && !isUnused(t.target),
  )
  if (enabled.length === 0) return { ...none, total, verdict: 'fail', reason: 'not-in-use' }
  const by = (word: string) => enabled.filter((t) => stateOf(t.target) === word)
  const healthy = by('healthy')
  const counts = { healthy: healthy.length, total, missing: [] }
  if (healthy.length > 0) {
    const threshold = thresholdOf(tg?.attributes, enabled.length)
    const unhealthy = by('unhealthy')
    if (healthy.length < threshold && unhealthy.length > 0)
      return { ...counts, verdict: 'pass', reason: 'below-threshold', used: [...healthy, ...unhealthy] }
    return { ...counts, verdict: 'pass', reason: 'healthy', used: healthy }
  }
  const unhealthy = by('unhealthy')
  if (unhealthy.length > 0) return { ...counts, verdict: 'pass', reason: 'fail-open', used: unhealthy }
  const ask = `Which targets of ${group} get connections while none is healthy and some are starting or leaving?`
  const missing: Missing[] = [{ resource: group, path: '/targets', why: 'notModelled', ask }]
  return { ...counts, verdict: 'unknown', reason: 'changing', used: enabled, missing }
}

/** A target whose health nobody stated, as on a drawing, is taken to be healthy. */
const stateOf = (target: Target): string => target.health?.state.toLowerCase() ?? 'healthy'

const isUnused = (target: Target) => stateOf(target) === 'unused'

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health.html */
function thresholdOf(attributes: Record<string, string> | undefined, enabled: number): number {
  const prefix = 'target_group_health.unhealthy_state_routing.minimum_healthy_targets'
  const count = Number(attributes?.[`${prefix}.count`] ?? '1')
  const share = Number(attributes?.[`${prefix}.percentage`] ?? 'off')
  return Math.max(Number.isNaN(count) ? 1 : count, Number.isNaN(share) ? 0 : Math.ceil((enabled * share) / 100))
}

/** Off by default for a Network Load Balancer, on for an Application Load Balancer; the group's attribute wins. */
export function isCrossZone(doc: TopologyDocument, balancer: string, group: string): boolean {
  const key = 'load_balancing.cross_zone.enabled'
  const lb = resourceOf(doc, balancer, 'loadBalancer')
  const own = resourceOf(doc, group, 'targetGroup')?.attributes?.[key]
  if (own === 'true' || own === 'false') return own === 'true'
  const set = lb?.attributes?.[key]
  return set === undefined ? lb?.type === 'application' : set === 'true'
}

/** Zones of the load balancer's subnets that nobody could read. */
const zoneGaps = (doc: TopologyDocument, balancer: string): Missing[] =>
  (resourceOf(doc, balancer, 'loadBalancer')?.availabilityZones ?? []).flatMap((z) =>
    holes(doc, z.subnet, '/availabilityZone'),
  )

/** Names of the zones that a load balancer is enabled in. */
export const zonesOf = (doc: TopologyDocument, balancer: string): string[] =>
  (resourceOf(doc, balancer, 'loadBalancer')?.availabilityZones ?? []).flatMap((z) => {
    const zone = resourceOf(doc, z.subnet, 'subnet')?.availabilityZone
    return zone === undefined ? [] : [zone]
  })

export const zoneName = (doc: TopologyDocument, point: Point): string | undefined =>
  point.home.in === 'vpc' ? resourceOf(doc, point.home.subnet, 'subnet')?.availabilityZone : undefined

function placed(doc: TopologyDocument, vpc: string, target: Target, at: number, port: number): UsedTarget {
  const point = pointOf(doc, vpc, target)
  const stated = target.availabilityZone === 'all' ? undefined : target.availabilityZone
  const zone = target.availabilityZone === 'all' ? undefined : (stated ?? (point && zoneName(doc, point)))
  return { target, at, port: target.port ?? port, ...(zone === undefined ? {} : { zone }), ...(point ? { point } : {}) }
}

const byArn = perDocument(
  (doc) => new Map(loadBalancers(doc).flatMap(([id, lb]) => (lb.arn ? [[lb.arn, id] as const] : []))),
)

/** Who stands at a registered address; of a target that is only meant, the place that is meant. */
function pointOf(doc: TopologyDocument, vpc: string, target: Target): Point | undefined {
  const { id, of } = target
  if (id === undefined) return meantPoint(doc, of)
  if (!/^[\d.:a-f]+$/i.test(id)) {
    const balancer = doc.resources[id]?.kind === 'loadBalancer' ? id : byArn(doc).get(id)
    if (balancer !== undefined) return firstNode(doc, balancer)
    const instance = doc.resources[id]?.kind === 'instance' ? id : withPhysicalId(doc, id)[0]
    return instance === undefined ? undefined : instancePoint(doc, instance)
  }
  return holderIn(doc, vpc, id) ?? elsewhere(doc, id)
}

/** Addresses outside the group's VPC: over peering, on premises, or public. */
function elsewhere(doc: TopologyDocument, address: string): Point | undefined {
  for (const [vpc, r] of Object.entries(doc.resources)) {
    if (r.kind !== 'vpc') continue
    const found = holderIn(doc, vpc, address)
    if (found) return found
  }
  return holderOutside(doc, address)
}

function meantPoint(doc: TopologyDocument, of: Target['of']): Point | undefined {
  const { endpoint, subnet: placedIn, instance, balancer, service: serviceId, task: taskId } = meaningOf(of)
  if (endpoint !== undefined) {
    const points = endpointPoints(doc, endpoint)
    return points.known ? points.value.find((p) => p.home.in === 'vpc' && p.home.subnet === placedIn) : undefined
  }
  if (instance !== undefined) return instancePoint(doc, instance)
  if (balancer !== undefined) return firstNode(doc, balancer)
  const service = resourceOf(doc, serviceId, 'ecsService')
  const task = service?.tasks.find((t) => t.id === taskId) ?? service?.tasks[0]
  const subnet = task?.subnet ?? service?.subnets[0]
  if (!service || serviceId === undefined || subnet === undefined) return undefined
  return pointInSubnet(
    doc,
    serviceId,
    subnet,
    task?.privateIpAddress,
    readWhole(doc, serviceId, 'ecsService', 'securityGroups'),
  )
}

/** What a target is bound to, its forms side by side. */
export function meaningOf(of: Target['of']) {
  const field = (name: string): string | undefined => {
    const value = of && name in of ? (of as Record<string, unknown>)[name] : undefined
    return typeof value === 'string' ? value : undefined
  }
  return {
    endpoint: field('vpcEndpoint'),
    subnet: field('subnet'),
    instance: field('instance'),
    balancer: field('loadBalancer'),
    service: field('ecsService'),
    task: field('task'),
  }
}

function firstNode(doc: TopologyDocument, balancer: string): Point | undefined {
  const nodes = nodePoints(doc, balancer)
  return nodes.known ? (nodes.value[0] ?? { ...internetPoint(balancer), groups: noGroups }) : undefined
}

function instancePoint(doc: TopologyDocument, id: string): Point | undefined {
  const instance = instances(doc).find(([i]) => i === id)?.[1]
  return (
    instance &&
    pointInSubnet(doc, id, instance.subnet, instance.privateIpAddress, readWhole(doc, id, 'instance', 'securityGroups'))
  )
}
