import { type Resource, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import { equal, type Operation } from '@/lib/topology/patch'
import { pointer } from '@/lib/topology/pointer'
import { freeAddresses } from './addresses'
import type { Change } from './change'
import { type Site, siteOf } from './site'
import { titleOf } from './titleOf'

export interface Moving {
  change: Change
  /** What the move changes beside the place, and what it leaves behind. */
  consequences: string[]
}

type Fields = Record<string, unknown>

/** The fields that say where a resource of a kind stands; what is not listed stands in no subnet and no VPC. */
const standings: Partial<Record<Kind, (resource: Resource, site: Site) => Fields>> = {
  instance: (_, site) => ({ subnet: site.subnets[0], privateIpAddress: addressIn(site, 0) }),
  client: (_, site) => ({ place: site.subnets[0], address: addressIn(site, 0) }),
  vpcEndpoint: (_, site) => ({
    vpc: site.vpc,
    networkInterfaces: site.subnets.map((subnet, n) => ({ subnet, privateIpAddress: addressIn(site, n) })),
  }),
  loadBalancer: (_, site) => ({
    vpc: site.vpc,
    availabilityZones: site.subnets.map((subnet, n) => ({ subnet, address: addressIn(site, n) })),
  }),
  ecsService: (resource, site) => ({
    subnets: site.subnets,
    tasks:
      resource.kind === 'ecsService'
        ? resource.tasks.map((task, n) => {
            const subnet = site.subnets[n % site.subnets.length] ?? task.subnet
            const round = Math.floor(n / site.subnets.length)
            return {
              ...task,
              subnet,
              privateIpAddress: freeAddresses(site.document, subnet, round + 1)[round] ?? task.privateIpAddress,
            }
          })
        : [],
  }),
  lambdaFunction: (_, site) => ({ subnets: site.subnets }),
  targetGroup: (_, site) => ({ vpc: site.vpc }),
  securityGroup: (_, site) => ({ vpc: site.vpc }),
}

const addressIn = (site: Site, n: number) => freeAddresses(site.document, site.subnets[n] ?? '', 1)[0]

export const mayMove = (kind: Kind): boolean => standings[kind] !== undefined

/** Moves a resource into a VPC or a subnet: new addresses, no group of the VPC that it leaves. */
export function moving(document: TopologyDocument, id: string, into: string): Moving | string {
  const resource = document.resources[id]
  const standing = resource && standings[resource.kind]
  if (!resource || !standing) return `${titleOf(document, id)} stands in no VPC and no subnet.`
  const site = siteOf(document, into)
  if (site.vpc === undefined || site.subnets.length === 0)
    return `${titleOf(document, into)} has no subnet to stand in.`
  const fields: Fields = { ...standing(resource, site) }
  const consequences: string[] = []
  const groups = 'securityGroups' in resource && Array.isArray(resource.securityGroups) ? resource.securityGroups : []
  const kept = groups.filter((group) => resourceOf(document, group, 'securityGroup')?.vpc === site.vpc)
  if (kept.length < groups.length) {
    fields.securityGroups = kept
    const lost = groups.filter((group) => !kept.includes(group)).map((group) => titleOf(document, group))
    consequences.push(`A security group belongs to one VPC: ${lost.join(', ')} no longer guards it.`)
  }
  const before = addressesOf(resource)
  const after = addressesOf(fields)
  const gone = before.filter((address) => !after.includes(address))
  if (after.length > 0 && gone.length > 0)
    consequences.push(`It gives up ${gone.join(', ')} and gets ${after.join(', ')}.`)
  for (const [other, each] of Object.entries(document.resources))
    if (each.kind === 'targetGroup' && each.targets.some((target) => gone.includes(target.id ?? '')))
      consequences.push(`${titleOf(document, other)} still lists an address that it gives up.`)
  const patch = Object.entries(fields).flatMap(([key, value]): Operation[] => {
    const path = pointer(['resources', id, key])
    if (value === undefined || equal(resource[key], value)) return []
    return [{ op: resource[key] === undefined ? 'add' : 'replace', path, value }]
  })
  if (document.layout[id]) patch.push({ op: 'remove', path: pointer(['layout', id]) })
  return { change: { label: `Move ${titleOf(document, id)} to ${titleOf(document, into)}`, patch }, consequences }
}

/** Every address that stands in a field of its own, tasks and interfaces included. */
function addressesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && /^(privateIpAddress|address)$/.test(key) ? [inner] : addressesOf(inner),
  )
}
