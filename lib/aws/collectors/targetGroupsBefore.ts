import type { TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { Site } from '../site'
import { targetGroups } from './targetGroup'
import { targetsOf } from './targetHealth'

/** An endpoint listens on 443 only; groups in front of it are registered on that port. */
const endpointPort = 443

/** More groups than these are not asked for their targets: each costs a call of the account's ten a second. */
const candidatesMax = 60

/** Reads the load balancers whose targets are these addresses: a call may come through them. */
export async function balancersBefore(site: Site, vpc: string, addresses: (string | undefined)[]): Promise<void> {
  try {
    const all = [...(await site.shared(targetGroups)).values()]
    const candidates = all.filter((group) => isCandidate(group, vpc)).slice(0, candidatesMax)
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

const isCandidate = (group: TargetGroup, vpc: string): boolean =>
  group.VpcId === vpc &&
  group.TargetType === 'ip' &&
  group.Port === endpointPort &&
  (group.LoadBalancerArns ?? []).length > 0
