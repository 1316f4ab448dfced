import type { NetworkInterface } from '@aws-sdk/client-ec2'
import { Batch, byKey, grouped, pages } from '../batch'
import type { Site } from '../site'

/** Interfaces by id. */
export const interfacesById = (site: Site) =>
  new Batch<NetworkInterface>(200, async (ids) =>
    byKey(await describe(site, 'network-interface-id', ids), (i) => i.NetworkInterfaceId),
  )

/** Interfaces by address: every VPC may use the same ones. */
export const interfacesByAddress = (site: Site) =>
  new Batch<NetworkInterface[]>(200, async (addresses) =>
    grouped(await describe(site, 'addresses.private-ip-address', addresses), (i) => [
      ...new Set([i.PrivateIpAddress, ...(i.PrivateIpAddresses ?? []).map((a) => a.PrivateIpAddress)]),
    ]),
  )

/**
 * Interfaces by description. A load balancer's say `ELB net/NAME/ID`:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html
 */
export const interfacesByDescription = (site: Site) =>
  new Batch<NetworkInterface[]>(200, async (texts) =>
    grouped(await describe(site, 'description', texts), (i) => [i.Description]),
  )

async function describe(site: Site, filter: string, values: string[]): Promise<NetworkInterface[]> {
  const { client, sdk } = await site.clients.ec2()
  return pages(async (NextToken) => {
    const page = await client.send(
      new sdk.DescribeNetworkInterfacesCommand({ Filters: [{ Name: filter, Values: values }], NextToken }),
    )
    return { items: page.NetworkInterfaces, next: page.NextToken }
  })
}
