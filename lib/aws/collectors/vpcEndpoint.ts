import type { VpcEndpoint } from '@aws-sdk/client-ec2'
import { byKey, pages } from '../batch'
import { Parts } from '../holes'
import type { Collector, Site } from '../site'
import { interfacesById } from './networkInterface'
import { seeSubnet } from './subnet'
import { set, tagged } from './tags'
import { balancersBefore } from './targetGroupsBefore'

/** An interface endpoint for API Gateway with its addresses and groups. */
export const vpcEndpoint: Collector = (site) => async (id) => {
  const found = (await site.shared(endpoints)).get(id)
  if (!found) return false
  const vpc = found.VpcId ?? ''
  for (const subnet of found.SubnetIds ?? []) seeSubnet(site, subnet, vpc)
  const securityGroups = (found.Groups ?? []).flatMap((group) => group.GroupId ?? [])
  for (const group of securityGroups) site.see('securityGroup', group)
  const parts = new Parts()
  const networkInterfaces = await parts.read('/networkInterfaces', () => interfacesOf(site, found))
  const addresses = (networkInterfaces ?? []).map((i) => i.privateIpAddress)
  site.inspection.follow.run(() => balancersBefore(site, vpc, addresses))
  site.add(id, {
    kind: 'vpcEndpoint',
    ...tagged(found.Tags),
    physicalId: id,
    ...site.place,
    vpc,
    ...set({ vpcEndpointType: found.VpcEndpointType }),
    serviceName: found.ServiceName ?? '',
    state: found.State ?? '',
    ...set({ ipAddressType: found.IpAddressType }),
    privateDnsEnabled: found.PrivateDnsEnabled ?? false,
    ...(found.PolicyDocument ? { policyDocument: { text: found.PolicyDocument } } : {}),
    securityGroups,
    networkInterfaces: networkInterfaces ?? [],
    dnsEntries: (found.DnsEntries ?? []).flatMap((entry) => entry.DnsName ?? []),
    ...parts.notVisible,
  })
  return true
}

/**
 * All endpoints for execute-api, listed once. The service's name begins with `cn.` in China, and lists there mix both
 * forms: https://docs.amazonaws.cn/en_us/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
async function endpoints(site: Site): Promise<Map<string, VpcEndpoint>> {
  const { client, sdk } = await site.clients.ec2()
  const name = `com.amazonaws.${site.reach.region}.execute-api`
  const found = await pages(async (NextToken) => {
    const page = await client.send(
      new sdk.DescribeVpcEndpointsCommand({
        Filters: [{ Name: 'service-name', Values: [name, `cn.${name}`] }],
        NextToken,
      }),
    )
    return { items: page.VpcEndpoints, next: page.NextToken }
  })
  return byKey(found, (e) => e.VpcEndpointId)
}

/** Reads every endpoint of a VPC: its private DNS decides what names mean there. */
export const endpointsIn = (site: Site) => async (vpc: string) => {
  try {
    for (const [id, found] of await site.shared(endpoints)) if (found.VpcId === vpc) site.see('vpcEndpoint', id)
  } catch (error) {
    site.survey.unseen(site.reach, 'vpcEndpoint', error)
  }
}

/** Addresses are not in DescribeVpcEndpoints: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html */
async function interfacesOf(site: Site, found: VpcEndpoint) {
  const all = await Promise.all((found.NetworkInterfaceIds ?? []).map((id) => site.shared(interfacesById).get(id)))
  return all.flatMap((item) =>
    item?.SubnetId === undefined
      ? []
      : [{ subnet: item.SubnetId, ...set({ privateIpAddress: item.PrivateIpAddress }) }],
  )
}
