import type { Instance } from '@aws-sdk/client-ec2'
import { Batch, byKey, pages } from '../batch'
import type { Collector } from '../site'
import { seeSubnet } from './subnet'
import { tagged } from './tags'

/** An EC2 instance by its first interface. */
export const instance: Collector = (site) => {
  const byId = new Batch<Instance>(200, async (ids) => {
    const { client, sdk } = await site.clients.ec2()
    const found = await pages(async (NextToken) => {
      const page = await client.send(
        new sdk.DescribeInstancesCommand({ Filters: [{ Name: 'instance-id', Values: ids }], NextToken }),
      )
      return { items: page.Reservations?.flatMap((r) => r.Instances ?? []), next: page.NextToken }
    })
    return byKey(found, (i) => i.InstanceId)
  })
  return async (id) => {
    const found = await byId.get(id)
    const { SubnetId: subnet, PrivateIpAddress: privateIpAddress } = found ?? {}
    // A terminated instance is listed for an hour, without subnet and address.
    if (!found || subnet === undefined || privateIpAddress === undefined) return false
    const securityGroups = (found.SecurityGroups ?? []).flatMap((group) => group.GroupId ?? [])
    seeSubnet(site, subnet, found.VpcId)
    for (const group of securityGroups) site.see('securityGroup', group)
    site.add(id, {
      kind: 'instance',
      ...tagged(found.Tags),
      physicalId: id,
      ...site.place,
      subnet,
      privateIpAddress,
      securityGroups,
    })
    return true
  }
}
