import type { Route, RouteTable } from '@aws-sdk/client-ec2'
import type { ResourceOf } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import { Batch, grouped, pages } from '../batch'
import type { Site } from '../site'
import { set, tagged } from './tags'

/** The id of the table that a subnet is associated with; undefined: the VPC's main table counts. */
export const routeTableOf = (site: Site) => async (subnet: string, vpc: string) => {
  const tables = await site.shared(tablesByVpc).get(vpc)
  const table = tables?.find(({ Associations: all }) => all?.some((a) => a.SubnetId === subnet))
  if (table) add(site, table)
  return table?.RouteTableId
}

/** Reads the main table of a VPC: it counts for subnets without one of their own. */
export const mainRouteTableOf = (site: Site) => async (vpc: string) => {
  try {
    const tables = await site.shared(tablesByVpc).get(vpc)
    const main = tables?.find(({ Associations: all }) => all?.some((a) => a.Main))
    if (main) add(site, main)
  } catch (error) {
    site.survey.unseen(site.reach, 'routeTable', error)
  }
}

const tablesByVpc = (site: Site) =>
  new Batch<RouteTable[]>(200, async (vpcs) => {
    const { client, sdk } = await site.clients.ec2()
    const found = await pages(async (NextToken) => {
      const page = await client.send(
        new sdk.DescribeRouteTablesCommand({ Filters: [{ Name: 'vpc-id', Values: vpcs }], NextToken }),
      )
      return { items: page.RouteTables, next: page.NextToken }
    })
    return grouped(found, (table) => [table.VpcId])
  })

function add(site: Site, table: RouteTable): void {
  const id = table.RouteTableId ?? ''
  if (site.survey.has(id)) return
  const vpc = table.VpcId ?? ''
  site.add(id, {
    kind: 'routeTable',
    ...tagged(table.Tags),
    physicalId: id,
    ...site.place,
    ...set({ main: (table.Associations ?? []).some((a) => a.Main) || undefined }),
    vpc,
    routes: (table.Routes ?? []).flatMap((route) => routeOf(site, vpc, route)),
  })
}

/** Gateway endpoints carry only S3 and DynamoDB, which no chain passes: their routes are left out. */
function routeOf(site: Site, vpc: string, route: Route): ResourceOf<'routeTable'>['routes'] {
  const { GatewayId: gateway = '' } = route
  if (gateway.startsWith('vpce-')) return []
  const destination = route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId
  if (destination === undefined) return []
  if (route.DestinationPrefixListId !== undefined) site.see('managedPrefixList', route.DestinationPrefixListId)
  const state = route.State === 'blackhole' || route.State === 'filtered' ? route.State : 'active'
  return [{ destination, target: targetOf(site, vpc, route), state }]
}

function targetOf(site: Site, vpc: string, route: Route): string {
  const { GatewayId: gateway } = route
  if (gateway === 'local') return 'local'
  const seen: [Kind, string | undefined][] = [
    ['vpcPeeringConnection', route.VpcPeeringConnectionId],
    ['transitGateway', route.TransitGatewayId],
    ['gateway', route.NatGatewayId],
  ]
  for (const [kind, id] of seen)
    if (id !== undefined) {
      site.see(kind, id)
      return id
    }
  if (gateway?.startsWith('igw-') || gateway?.startsWith('vgw-')) {
    const type = gateway.startsWith('igw-') ? 'internet' : 'virtualPrivate'
    site.add(gateway, { kind: 'gateway', physicalId: gateway, ...site.place, type, vpc })
    return gateway
  }
  return otherTarget(site, vpc, route)
}

/** An appliance's interface, an egress-only gateway and their like: named, and what lies behind is not known. */
function otherTarget(site: Site, vpc: string, route: Route): string {
  const id =
    route.NetworkInterfaceId ??
    route.InstanceId ??
    route.EgressOnlyInternetGatewayId ??
    route.CarrierGatewayId ??
    route.LocalGatewayId ??
    route.CoreNetworkArn ??
    route.GatewayId ??
    'unknown-target'
  const ask = `Where does ${id} hand on what this route sends to it?`
  const notVisible = [{ path: '', why: 'notModelled' as const, ask }]
  if (!site.survey.has(id))
    site.add(id, { kind: 'gateway', physicalId: id, ...site.place, type: 'nat', vpc, notVisible })
  return id
}
