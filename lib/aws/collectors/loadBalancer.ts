import type { LoadBalancer } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { ResourceOf } from '@/lib/topology/document'
import { Batch, byKey } from '../batch'
import { Parts } from '../holes'
import type { Collector, Site } from '../site'
import { listenersOf } from './listener'
import { interfacesByDescription } from './networkInterface'
import { seeSubnet } from './subnet'
import { set, tagged } from './tags'
import { targetGroupsOf } from './targetGroup'

/**
 * A load balancer by its ARN, with its listeners, and the target groups that hang on it. All that the ARN is enough for
 * is asked at once.
 */
export const loadBalancer: Collector = (site) => async (arn) => {
  const type = arn.includes(':loadbalancer/app/') ? 'application' : 'network'
  const parts = new Parts()
  site.inspection.follow.run(() => targetGroupsOf(site, arn))
  const [found, listeners, attributes, tags] = await Promise.all([
    site.shared(balancers).get(arn),
    parts.read('/listeners', () => listenersOf(site, arn, type, parts)),
    parts.read('/attributes', () => attributesOf(site, arn)),
    parts.read('/tags', () => site.shared(elbTags).get(arn)),
  ])
  if (!found || found.Type === 'gateway') return false
  const id = site.survey.idOfArn(arn)
  const securityGroups = found.SecurityGroups ?? []
  for (const group of securityGroups) site.see('securityGroup', group)
  for (const zone of found.AvailabilityZones ?? []) seeSubnet(site, zone.SubnetId, found.VpcId, zone.ZoneName)
  const zones = await zonesOf(site, found, parts)
  site.add(id, {
    kind: 'loadBalancer',
    name: found.LoadBalancerName ?? id,
    ...tags,
    arn,
    ...site.place,
    type: found.Type ?? type,
    scheme: found.Scheme ?? 'internal',
    vpc: found.VpcId ?? '',
    state: found.State?.Code ?? '',
    ...set({ dnsName: found.DNSName, ipAddressType: found.IpAddressType }),
    availabilityZones: zones,
    // An NLB made without groups can never have one, which is not the same as an empty list:
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
    ...(type === 'network' && securityGroups.length === 0 ? {} : { securityGroups }),
    ...enforcement(found),
    ...set({ attributes }),
    listeners: listeners ?? [],
    ...parts.notVisible,
  })
  return true
}

const enforcement = ({ EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: value }: LoadBalancer): Enforcement =>
  value === 'on' || value === 'off' ? { enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: value } : {}

type Enforcement = Pick<ResourceOf<'loadBalancer'>, 'enforceSecurityGroupInboundRulesOnPrivateLinkTraffic'>

const balancers = (site: Site) =>
  new Batch<LoadBalancer>(20, async (LoadBalancerArns) => {
    const { client, sdk } = await site.clients.elb()
    const page = await client.send(new sdk.DescribeLoadBalancersCommand({ LoadBalancerArns }))
    return byKey(page.LoadBalancers, (b) => b.LoadBalancerArn)
  })

/** There is no filter by DNS name, but the name of a load balancer is the first part of it. */
export async function balancerNamed(site: Site, name: string, dnsName: string): Promise<string | undefined> {
  const byName = await site.shared(balancersByName).get(name)
  return byName?.DNSName?.toLowerCase() === dnsName ? byName.LoadBalancerArn : undefined
}

const balancersByName = (site: Site) =>
  new Batch<LoadBalancer>(20, async (Names) => {
    const { client, sdk } = await site.clients.elb()
    const page = await client.send(new sdk.DescribeLoadBalancersCommand({ Names }))
    return byKey(page.LoadBalancers, (b) => b.LoadBalancerName)
  })

async function attributesOf(site: Site, LoadBalancerArn: string): Promise<Record<string, string>> {
  const { client, sdk } = await site.clients.elb()
  const answer = await client.send(new sdk.DescribeLoadBalancerAttributesCommand({ LoadBalancerArn }))
  return Object.fromEntries((answer.Attributes ?? []).map(({ Key = '', Value = '' }) => [Key, Value]))
}

type Zone = ResourceOf<'loadBalancer'>['availabilityZones'][number]

/**
 * The nodes' addresses. DescribeLoadBalancers gives only those that were chosen by hand; the others are those of the
 * interfaces, whose description is the end of the ARN. An application load balancer's change at any time.
 */
async function zonesOf(site: Site, found: LoadBalancer, parts: Parts): Promise<Zone[]> {
  const zones = found.AvailabilityZones ?? []
  const chosen = zones.map((z) => z.LoadBalancerAddresses?.[0]?.PrivateIPv4Address)
  const text = `ELB ${found.LoadBalancerArn?.split(':loadbalancer/')[1] ?? ''}`
  const missing = zones.flatMap((_, i) => (chosen[i] === undefined ? [`/availabilityZones/${i}/address`] : []))
  const interfaces =
    missing.length > 0 ? await parts.read(missing, () => site.shared(interfacesByDescription).get(text)) : []
  return zones.map(({ SubnetId: subnet = '' }, i) => {
    const address = chosen[i] ?? interfaces?.find((n) => n.SubnetId === subnet)?.PrivateIpAddress
    return { subnet, ...set({ address }) }
  })
}

/** Tags of load balancers and target groups, twenty ARNs a call. */
export const elbTags = (site: Site) =>
  new Batch<ReturnType<typeof tagged>>(20, async (ResourceArns) => {
    const { client, sdk } = await site.clients.elb()
    const page = await client.send(new sdk.DescribeTagsCommand({ ResourceArns }))
    return new Map((page.TagDescriptions ?? []).map((d) => [d.ResourceArn ?? '', tagged(d.Tags)]))
  })

/** The listeners' ARN of a load balancer, or its own, as its own. */
export const balancerArnOf = (arn: string): string => {
  const [head, tail] = arn.split(':listener/')
  return tail === undefined ? arn : `${head}:loadbalancer/${tail.split('/').slice(0, 3).join('/')}`
}
