import { covers, rangeOf } from '@/lib/network/range'
import { type Hole, isOf, type Resource, type Target } from '@/lib/topology/document'
import type { Sightings } from './site'

type Resources = ReadonlyMap<string, Resource>
interface Holder {
  of: NonNullable<Target['of']>
  vpc: string
  zone?: string
}

/**
 * Says of each registered target what holds its address: an endpoint's interface, a task, an instance, a load balancer.
 * The holder in the group's own VPC is meant where blocks overlap. An address that nobody holds stays without `of`.
 */
export function bindTargets(
  resources: Resources,
  sightings: Sightings,
  read: readonly { accountId: string; region: string }[],
): Map<string, Resource> {
  const isRead = (r: Resource) => read.some((p) => p.accountId === r.account && p.region === r.region)
  const blocks = [...resources.values()].flatMap((r) => (isOf(r, 'vpc') && isRead(r) ? r.cidrBlocks : []))

  const holders = holdersIn(resources)
  const bound = new Map<string, Resource>()
  for (const [id, group] of resources) {
    if (!isOf(group, 'targetGroup')) continue
    const holes: Hole[] = []
    const targets = group.targets.map((target, i) => {
      const all = holders.get(target.id ?? '') ?? []
      const holder = all.find((h) => h.vpc === group.vpc) ?? all[0]
      if (holder) return { ...target, ...zone(target, holder), of: holder.of }
      const hole = group.targetType === 'ip' ? unbound(blocks, sightings, id, target.id ?? '') : undefined
      if (hole) holes.push({ ...hole, path: `/targets/${i}/of` })
      return target
    })
    const notVisible = [...(group.notVisible ?? []), ...holes]
    bound.set(id, { ...group, targets, ...(notVisible.length > 0 ? { notVisible } : {}) })
  }
  return bound
}

const zone = (target: Target, holder: Holder) =>
  target.availabilityZone === undefined && holder.zone !== undefined ? { availabilityZone: holder.zone } : {}

function holdersIn(resources: Resources): Map<string, Holder[]> {
  const found = new Map<string, Holder[]>()
  const keep = (address: string | undefined, subnet: string, of: Holder['of']) => {
    const place = resources.get(subnet)
    const at = place?.kind === 'subnet' ? { vpc: place.vpc, zone: place.availabilityZone } : { vpc: '' }
    if (address !== undefined) found.set(address, [...(found.get(address) ?? []), { of, ...at }])
  }
  for (const [id, r] of resources) {
    if (isOf(r, 'vpcEndpoint'))
      for (const { privateIpAddress, subnet } of r.networkInterfaces)
        keep(privateIpAddress, subnet, { vpcEndpoint: id, subnet })
    if (isOf(r, 'ecsService'))
      for (const task of r.tasks)
        if (task.lastStatus !== 'STOPPED') keep(task.privateIpAddress, task.subnet, { ecsService: id, task: task.id })
    if (isOf(r, 'instance')) {
      keep(r.privateIpAddress, r.subnet, { instance: id })
      keep(id, r.subnet, { instance: id })
    }
    if (isOf(r, 'loadBalancer')) {
      for (const { address, subnet } of r.availabilityZones) keep(address, subnet, { loadBalancer: id })
      keep(r.arn, '', { loadBalancer: id })
    }
  }
  return found
}

/** Why the holder of an address is not known; undefined: nobody holds it. */
function unbound(blocks: string[], sightings: Sightings, group: string, address: string): Hole | undefined {
  const seen = sightings.get(`${group} ${address}`)
  if (seen && !Array.isArray(seen)) return seen
  const [holder] = seen ?? []
  if (holder)
    return { path: '', why: 'notModelled', ask: `What answers at ${address}? Its interface says: ${holder.says}.` }
  if (isWithin(blocks, address)) return undefined
  return { path: '', why: 'notInspected', ask: `Who holds ${address}? It lies in no VPC that was read.` }
}

/** An address in a VPC of an account that was read has an interface there, or nobody holds it. */
function isWithin(blocks: string[], address: string): boolean {
  const range = rangeOf(address)
  return blocks.some((block) => {
    const outer = rangeOf(block)
    return range !== undefined && outer !== undefined && covers(outer, range)
  })
}
