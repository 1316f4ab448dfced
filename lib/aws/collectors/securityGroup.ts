import type { IpPermission, SecurityGroup } from '@aws-sdk/client-ec2'
import type { ResourceOf } from '@/lib/topology/document'
import { Batch, byKey, pages } from '../batch'
import type { Collector, Site } from '../site'
import { set, tagged } from './tags'

/** A security group with its rules; the groups and prefix lists that its rules name are read too. */
export const securityGroup: Collector = (site) => {
  const byId = new Batch<SecurityGroup>(200, async (ids) => {
    const { client, sdk } = await site.clients.ec2()
    const found = await pages(async (NextToken) => {
      const page = await client.send(
        new sdk.DescribeSecurityGroupsCommand({ Filters: [{ Name: 'group-id', Values: ids }], NextToken }),
      )
      return { items: page.SecurityGroups, next: page.NextToken }
    })
    return byKey(found, (g) => g.GroupId)
  })
  return async (id) => {
    const found = await byId.get(id)
    if (!found) return false
    site.see('vpc', found.VpcId)
    const { name = found.GroupName, ...tags } = tagged(found.Tags)
    site.add(id, {
      kind: 'securityGroup',
      ...set({ name }),
      ...tags,
      physicalId: id,
      ...site.place,
      vpc: found.VpcId ?? '',
      ipPermissions: (found.IpPermissions ?? []).map((p) => permissionOf(site, p)),
      ipPermissionsEgress: (found.IpPermissionsEgress ?? []).map((p) => permissionOf(site, p)),
    })
    return true
  }
}

function permissionOf(site: Site, rule: IpPermission): ResourceOf<'securityGroup'>['ipPermissions'][number] {
  const cidrs = [
    ...(rule.IpRanges ?? []).map((r) => r.CidrIp),
    ...(rule.Ipv6Ranges ?? []).map((r) => r.CidrIpv6),
  ].filter((cidr) => cidr !== undefined)
  const groups = (rule.UserIdGroupPairs ?? []).flatMap((pair) => pair.GroupId ?? [])
  const prefixLists = (rule.PrefixListIds ?? []).flatMap((list) => list.PrefixListId ?? [])
  for (const group of groups) site.see('securityGroup', group)
  for (const list of prefixLists) site.see('managedPrefixList', list)
  const protocol = rule.IpProtocol ?? '-1'
  return {
    ipProtocol: protocol,
    ...(protocol === '-1' ? {} : set({ fromPort: rule.FromPort, toPort: rule.ToPort })),
    ...(cidrs.length > 0 ? { cidrs } : {}),
    ...(groups.length > 0 ? { groups } : {}),
    ...(prefixLists.length > 0 ? { prefixLists } : {}),
  }
}
