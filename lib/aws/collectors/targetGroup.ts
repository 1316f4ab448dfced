import type { TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { ResourceOf, Target } from '@/lib/topology/document'
import { byKey, pages } from '../batch'
import { Parts } from '../holes'
import type { Collector, Site } from '../site'
import { lookForHolders } from './holders'
import { elbTags } from './loadBalancer'
import { set } from './tags'
import { targetsOf } from './targetHealth'

/** A target group by its ARN with its targets, their health, and what holds their addresses. */
export const targetGroup: Collector = (site) => async (arn) => {
  const found = (await site.shared(targetGroups)).get(arn)
  const { TargetType: targetType } = found ?? {}
  if (!found || targetType === undefined || targetType === 'lambda') return false
  const id = site.survey.idOfArn(arn)
  const parts = new Parts()
  const [targets, attributes, tags] = await Promise.all([
    parts.read('/targets', () => registered(site, arn)),
    parts.read('/attributes', () => attributesOf(site, arn)),
    parts.read('/tags', () => site.shared(elbTags).get(arn)),
  ])
  const vpc = found.VpcId ?? ''
  site.see('vpc', vpc)
  site.add(id, {
    kind: 'targetGroup',
    name: found.TargetGroupName ?? id,
    ...tags,
    arn,
    ...site.place,
    vpc,
    targetType,
    protocol: found.Protocol ?? 'TCP',
    port: found.Port ?? 0,
    healthCheck: healthCheckOf(found),
    ...set({ attributes }),
    targets: targets ?? [],
    ...parts.notVisible,
  })
  if (targets) await lookForHolders(site, { id, arn, targetType, targets })
  return true
}

/** All target groups of the place, listed once: pages are 400 long, and asking for single ones costs as many calls. */
export const targetGroups = async (site: Site): Promise<Map<string, TargetGroup>> => {
  const { client, sdk } = await site.clients.elb()
  const found = await pages(async (Marker) => {
    const page = await client.send(new sdk.DescribeTargetGroupsCommand({ PageSize: 400, Marker }))
    return { items: page.TargetGroups, next: page.NextMarker }
  })
  return byKey(found, (group) => group.TargetGroupArn)
}

/** Has every group of a load balancer read, without waiting for its listeners. */
export async function targetGroupsOf(site: Site, balancerArn: string): Promise<void> {
  try {
    for (const [arn, group] of await site.shared(targetGroups))
      if (group.LoadBalancerArns?.includes(balancerArn)) site.see('targetGroup', arn)
  } catch (error) {
    site.survey.unseen(site.reach, 'targetGroup', error)
  }
}

async function attributesOf(site: Site, TargetGroupArn: string): Promise<Record<string, string>> {
  const { client, sdk } = await site.clients.elb()
  const answer = await client.send(new sdk.DescribeTargetGroupAttributesCommand({ TargetGroupArn }))
  return Object.fromEntries((answer.Attributes ?? []).map(({ Key = '', Value = '' }) => [Key, Value]))
}

async function registered(site: Site, arn: string): Promise<Target[]> {
  return (await site.shared(targetsOf)(arn)).map(({ Target: target, TargetHealth: health }) => ({
    ...set({ id: target?.Id, port: target?.Port, availabilityZone: target?.AvailabilityZone }),
    ...(health?.State === undefined ? {} : { health: { state: health.State, ...set({ reason: health.Reason }) } }),
  }))
}

function healthCheckOf(group: TargetGroup): ResourceOf<'targetGroup'>['healthCheck'] {
  return set({
    healthCheckProtocol: group.HealthCheckProtocol,
    healthCheckPort: group.HealthCheckPort,
    healthCheckPath: group.HealthCheckPath,
    matcher: group.Matcher?.HttpCode,
    healthCheckIntervalSeconds: group.HealthCheckIntervalSeconds,
    healthCheckTimeoutSeconds: group.HealthCheckTimeoutSeconds,
    healthyThresholdCount: group.HealthyThresholdCount,
    unhealthyThresholdCount: group.UnhealthyThresholdCount,
  }) as ResourceOf<'targetGroup'>['healthCheck']
}
