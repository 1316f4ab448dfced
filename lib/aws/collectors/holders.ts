import type { NetworkInterface } from '@aws-sdk/client-ec2'
import type { Target } from '@/lib/topology/document'
import { holeOf } from '../holes'
import type { Site } from '../site'
import { servicesFor } from './ecsService'
import { interfacesByAddress } from './networkInterface'

interface Group {
  id: string
  arn: string
  targetType: 'ip' | 'instance' | 'alb'
  targets: Target[]
}

/** Has everything read that holds a target's address; who holds which is settled when all is read. */
export async function lookForHolders(site: Site, { id, arn, targetType, targets }: Group): Promise<void> {
  if (targetType === 'instance') for (const target of targets) site.see('instance', target.id)
  if (targetType === 'alb') for (const target of targets) site.see('loadBalancer', target.id)
  if (targetType !== 'ip') return
  const held = await Promise.all(targets.map((target) => lookFor(site, id, target.id ?? '')))
  // An empty group, or one whose addresses belong to no endpoint, may be that of a service.
  if (held.length === 0 || held.some((by) => by !== 'endpoint'))
    site.inspection.follow.run(() => servicesFor(site, arn))
}

async function lookFor(site: Site, group: string, address: string): Promise<'endpoint' | 'other'> {
  const { sightings, sites } = site.inspection
  try {
    const found = await at(site, address)
    const others = sites.filter((s) => s !== site && s.reach.region === site.reach.region)
    const all = found.length > 0 ? found : (await Promise.all(others.map((s) => at(s, address)))).flat()
    sightings.set(
      `${group} ${address}`,
      all.map((i) => ({ vpc: i.VpcId ?? '', says: i.Description || i.InterfaceType || i.NetworkInterfaceId || '' })),
    )
    const kinds = all.map((i) => seeOwner(site, i))
    return kinds.includes('endpoint') ? 'endpoint' : 'other'
  } catch (error) {
    sightings.set(`${group} ${address}`, holeOf('', error))
    return 'other'
  }
}

const at = async (site: Site, address: string): Promise<NetworkInterface[]> =>
  (await site.shared(interfacesByAddress).get(address)) ?? []

/** What an interface belongs to stands in its description: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html */
function seeOwner(site: Site, found: NetworkInterface): 'endpoint' | 'other' {
  const { Description: text = '', OwnerId: owner = site.reach.accountId } = found
  const endpoint = /^VPC Endpoint Interface (vpce-\w+)/.exec(text)?.[1]
  if (endpoint !== undefined) {
    site.see('vpcEndpoint', endpoint)
    return 'endpoint'
  }
  const balancer = /^ELB ((?:net|app)\/[^/]+\/\w+)/.exec(text)?.[1]
  if (balancer !== undefined) {
    const { partition, region } = site.reach
    site.see('loadBalancer', `arn:${partition}:elasticloadbalancing:${region}:${owner}:loadbalancer/${balancer}`)
  } else if (found.Attachment?.InstanceId !== undefined) site.see('instance', found.Attachment.InstanceId)
  return 'other'
}
