import type { Vpc } from '@aws-sdk/client-ec2'
import type { ResourceOf } from '@/lib/topology/document'
import { Batch, byKey, once, pages } from '../batch'
import { Parts } from '../holes'
import type { Collector, Site } from '../site'
import { hostedZonesOf } from './hostedZone'
import { resolverRulesOf } from './resolverRule'
import { mainRouteTableOf } from './routeTable'
import { tagged } from './tags'
import { endpointsIn } from './vpcEndpoint'

/** A VPC as a place that something names: its address ranges. `placeOf` reads what a call inside it needs. */
export const vpc: Collector = (site) => async (id) => {
  const found = await site.shared(vpcs).get(id)
  if (!found) return false
  if (!site.survey.has(id)) site.add(id, { ...basics(site, id, found), ...outline })
  return true
}

/** What names resolve to in a VPC is read only for the VPCs that a call passes. */
const outline = {
  notVisible: ['/enableDnsSupport', '/enableDnsHostnames', '/dhcpOptions'].map((path) => ({
    path,
    why: 'notInspected' as const,
    ask: 'No call of this inspection starts in this VPC; name it with --client to read its names.',
  })),
}

/** Reads a VPC that a call may pass: attributes, main route table, endpoints, zones and resolver rules. */
export const placeOf = (site: Site): ((id: string) => Promise<boolean>) =>
  once(async (id: string) => {
    const found = await site.shared(vpcs).get(id)
    if (!found) return false
    const { follow } = site.inspection
    for (const read of [endpointsIn, hostedZonesOf, resolverRulesOf, mainRouteTableOf])
      follow.run(() => site.shared(read)(id))
    const parts = new Parts()
    const [enableDnsSupport, enableDnsHostnames, dhcpOptions] = await Promise.all([
      parts.read('/enableDnsSupport', () => attribute(site, id, 'enableDnsSupport')),
      parts.read('/enableDnsHostnames', () => attribute(site, id, 'enableDnsHostnames')),
      parts.read('/dhcpOptions', () => dhcpOptionsOf(site, found.DhcpOptionsId)),
    ])
    site.add(id, {
      ...basics(site, id, found),
      enableDnsSupport: enableDnsSupport ?? false,
      enableDnsHostnames: enableDnsHostnames ?? false,
      ...(dhcpOptions ? { dhcpOptions } : {}),
      ...parts.notVisible,
    })
    return true
  })

const vpcs = (site: Site) =>
  new Batch<Vpc>(200, async (ids) => {
    const { client, sdk } = await site.clients.ec2()
    const found = await pages(async (NextToken) => {
      const page = await client.send(
        new sdk.DescribeVpcsCommand({ Filters: [{ Name: 'vpc-id', Values: ids }], NextToken }),
      )
      return { items: page.Vpcs, next: page.NextToken }
    })
    return byKey(found, (v) => v.VpcId)
  })

function basics(site: Site, id: string, found: Vpc): ResourceOf<'vpc'> {
  const blocks = [
    found.CidrBlock,
    ...(found.CidrBlockAssociationSet ?? []).map((a) => a.CidrBlock),
    ...(found.Ipv6CidrBlockAssociationSet ?? []).map((a) => a.Ipv6CidrBlock),
  ]
  return {
    kind: 'vpc',
    ...tagged(found.Tags),
    physicalId: id,
    ...site.place,
    cidrBlocks: [...new Set(blocks.filter((block) => block !== undefined))],
    enableDnsSupport: false,
    enableDnsHostnames: false,
  }
}

/** One attribute a call: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcAttribute.html */
async function attribute(site: Site, id: string, name: 'enableDnsSupport' | 'enableDnsHostnames'): Promise<boolean> {
  const { client, sdk } = await site.clients.ec2()
  const answer = await client.send(new sdk.DescribeVpcAttributeCommand({ VpcId: id, Attribute: name }))
  const value = name === 'enableDnsSupport' ? answer.EnableDnsSupport : answer.EnableDnsHostnames
  return value?.Value ?? false
}

type DhcpOptions = NonNullable<ResourceOf<'vpc'>['dhcpOptions']>

const amazons: DhcpOptions = { domainNameServers: ['AmazonProvidedDNS'] }

async function dhcpOptionsOf(site: Site, id: string | undefined): Promise<DhcpOptions> {
  if (id === undefined || id === 'default') return amazons
  return (await site.shared(dhcpOptions).get(id)) ?? amazons
}

const dhcpOptions = (site: Site) =>
  new Batch<DhcpOptions>(100, async (ids) => {
    const { client, sdk } = await site.clients.ec2()
    const page = await client.send(
      new sdk.DescribeDhcpOptionsCommand({ Filters: [{ Name: 'dhcp-options-id', Values: ids }] }),
    )
    const found = new Map<string, DhcpOptions>()
    for (const { DhcpOptionsId: id, DhcpConfigurations: all } of page.DhcpOptions ?? []) {
      const servers = all?.find((c) => c.Key === 'domain-name-servers')?.Values
      const addresses = (servers ?? []).flatMap(({ Value }) => (Value === undefined ? [] : [Value]))
      if (id !== undefined) found.set(id, addresses.length > 0 ? { domainNameServers: addresses } : amazons)
    }
    return found
  })
