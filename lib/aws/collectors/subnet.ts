import type { Subnet } from '@aws-sdk/client-ec2'
import { Batch, byKey, pages } from '../batch'
import { Parts } from '../holes'
import type { Collector, Site } from '../site'
import { networkAclOf } from './networkAcl'
import { routeTableOf } from './routeTable'
import { tagged } from './tags'
import { placeOf } from './vpc'

/** A subnet with its route table and network ACL; its VPC is one that calls pass. */
export const subnet: Collector = (site) => async (id) => {
  const found = await site.shared(subnets).get(id)
  if (!found) return false
  const vpc = found.VpcId ?? ''
  seePlaceOf(site, vpc)
  const parts = new Parts()
  const [routeTable, networkAcl] = await Promise.all([
    parts.read('/routeTable', () => site.shared(routeTableOf)(id, vpc)),
    parts.read('/networkAcl', () => site.shared(networkAclOf)(id, vpc)),
  ])
  if (networkAcl === undefined && parts.holes.every((h) => h.path !== '/networkAcl'))
    parts.hide('/networkAcl', 'failed', `AWS shows no network ACL of ${id} to this account.`)
  site.add(id, {
    kind: 'subnet',
    ...tagged(found.Tags),
    physicalId: id,
    ...site.place,
    vpc,
    cidrBlock: found.CidrBlock ?? found.Ipv6CidrBlockAssociationSet?.[0]?.Ipv6CidrBlock ?? '',
    availabilityZone: found.AvailabilityZone ?? '',
    availabilityZoneId: found.AvailabilityZoneId ?? '',
    ...(routeTable === undefined ? {} : { routeTable }),
    networkAcl: networkAcl ?? 'not-visible',
    ...parts.notVisible,
  })
  return true
}

/** Has a subnet read by something in it, which tells its VPC too, and may tell its zone. */
export function seeSubnet(site: Site, id: string | undefined, vpc: string | undefined, zone?: string): void {
  site.see('subnet', id)
  if (id === undefined || vpc === undefined || vpc === '') return
  site.survey.subnetIn(vpc, id, zone)
  seePlaceOf(site, vpc)
}

function seePlaceOf(site: Site, vpc: string): void {
  site.inspection.follow.run(() =>
    site
      .shared(placeOf)(vpc)
      .catch((error) => site.survey.unread(vpc, error)),
  )
}

const subnets = (site: Site) => subnetsBy(site, 'subnet-id', (s) => s.SubnetId)

function subnetsBy(site: Site, filter: string, key: (subnet: Subnet) => string | undefined) {
  return new Batch<Subnet>(200, async (ids) => byKey(await describeSubnets(site, filter, ids), key))
}

async function describeSubnets(site: Site, filter: string, values: string[]): Promise<Subnet[]> {
  const { client, sdk } = await site.clients.ec2()
  return pages(async (NextToken) => {
    const page = await client.send(
      new sdk.DescribeSubnetsCommand({ Filters: [{ Name: filter, Values: values }], NextToken }),
    )
    return { items: page.Subnets, next: page.NextToken }
  })
}

/** All subnets of a VPC: a VPC as the vantage stands for any of them. */
export async function seeSubnetsOf(site: Site, vpc: string): Promise<void> {
  for (const found of await describeSubnets(site, 'vpc-id', [vpc])) site.see('subnet', found.SubnetId)
}
