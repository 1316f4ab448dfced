import type { TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2'
import { pages } from '../batch'
import type { Site } from '../site'
import { targetsOf } from './targetHealth'

/** An endpoint listens on 443 only; groups in front of it are registered on that port. */
const endpointPort = 443

/** More groups than these are not asked for their targets: each costs a call of the account's ten a second. */
const candidatesMax = 60

/** Reads the load balancers whose targets are these addresses: a call may come through them. */
export async function balancersBefore(site: Site, vpc: string, addresses: (string | undefined)[]): Promise<void> {
  try {
    const candidates = (await site.shared(groups)).filter((g) => g.VpcId === vpc).slice(0, candidatesMax)
    await Promise.all(candidates.map((group) => follow(site, group, addresses)))
  } catch (error) {
    site.survey.unseen(site.reach, 'loadBalancer', error)
  }
}

async function follow(site: Site, group: TargetGroup, addresses: (string | undefined)[]): Promise<void> {
  const targets = await site.shared(targetsOf)(group.TargetGroupArn ?? '')
  if (!targets.some((t) => addresses.includes(t.Target?.Id))) return
  for (const arn of group.LoadBalancerArns ?? []) site.see('loadBalancer', arn)
}

async function groups(site: Site): Promise<TargetGroup[]> {
  const { client, sdk } = await site.clients.elb()
  const all = await pages(async (Marker) => {
    const page = await client.send(new sdk.DescribeTargetGroupsCommand({ PageSize: 400, Marker }))
    return { items: page.TargetGroups, next: page.NextMarker }
  })
  return all.filter((g) => g.TargetType === 'ip' && g.Port === endpointPort && (g.LoadBalancerArns ?? []).length > 0)
}
