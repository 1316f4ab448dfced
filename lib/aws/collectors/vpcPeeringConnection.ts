import type { VpcPeeringConnection, VpcPeeringConnectionVpcInfo } from '@aws-sdk/client-ec2'
import { Batch, byKey, pages } from '../batch'
import type { Collector, Site } from '../site'
import { tagged } from './tags'

/** A peering connection and the VPC on the other side, of which at least the address ranges are known. */
export const vpcPeeringConnection: Collector = (site) => {
  const byId = new Batch<VpcPeeringConnection>(200, async (ids) => {
    const { client, sdk } = await site.clients.ec2()
    const found = await pages(async (NextToken) => {
      const page = await client.send(
        new sdk.DescribeVpcPeeringConnectionsCommand({
          Filters: [{ Name: 'vpc-peering-connection-id', Values: ids }],
          NextToken,
        }),
      )
      return { items: page.VpcPeeringConnections, next: page.NextToken }
    })
    return byKey(found, (p) => p.VpcPeeringConnectionId)
  })
  return async (id) => {
    const found = await byId.get(id)
    if (!found) return false
    const requester = await side(site, found.RequesterVpcInfo)
    const accepter = await side(site, found.AccepterVpcInfo)
    site.add(id, {
      kind: 'vpcPeeringConnection',
      ...tagged(found.Tags),
      physicalId: id,
      ...site.place,
      requester,
      accepter,
      status: found.Status?.Code ?? '',
      allowDnsResolution: { requester: resolves(found.RequesterVpcInfo), accepter: resolves(found.AccepterVpcInfo) },
    })
    return true
  }
}

const resolves = (info: VpcPeeringConnectionVpcInfo | undefined): boolean =>
  info?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc ?? false

async function side(site: Site, info: VpcPeeringConnectionVpcInfo | undefined): Promise<string> {
  const id = info?.VpcId ?? ''
  const region = info?.Region ?? site.reach.region
  if ((await site.seek('vpc', id, region)) === 'found' || id === '') return id
  const blocks = [info?.CidrBlock, ...(info?.CidrBlockSet ?? []).map((b) => b.CidrBlock)]
  const ask = `No connection that was read knows the account ${info?.OwnerId ?? ''} of ${id}.`
  if (!site.survey.has(id))
    site.add(id, {
      kind: 'vpc',
      physicalId: id,
      ...(info?.OwnerId === undefined ? {} : { account: site.survey.account(info.OwnerId) }),
      region,
      cidrBlocks: [...new Set(blocks.filter((block) => block !== undefined))],
      enableDnsSupport: false,
      enableDnsHostnames: false,
      notVisible: ['/enableDnsSupport', '/enableDnsHostnames', '/dhcpOptions'].map((path) => ({
        path,
        why: 'notInspected' as const,
        ask,
      })),
    })
  return id
}
