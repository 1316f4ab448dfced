import type { NetworkAcl } from '@aws-sdk/client-ec2'
import { Batch, pages } from '../batch'
import type { Site } from '../site'
import { set, tagged } from './tags'

/** The id of a subnet's network ACL, which is added to the document. */
export const networkAclOf = (site: Site) => {
  const bySubnet = new Batch<NetworkAcl>(200, async (subnets) => {
    const { client, sdk } = await site.clients.ec2()
    const found = await pages(async (NextToken) => {
      const page = await client.send(
        new sdk.DescribeNetworkAclsCommand({
          Filters: [{ Name: 'association.subnet-id', Values: subnets }],
          NextToken,
        }),
      )
      return { items: page.NetworkAcls, next: page.NextToken }
    })
    return new Map(
      found.flatMap((acl) => (acl.Associations ?? []).map((a): [string, NetworkAcl] => [a.SubnetId ?? '', acl])),
    )
  })
  return async (subnet: string): Promise<string | undefined> => {
    const acl = await bySubnet.get(subnet)
    const id = acl?.NetworkAclId
    if (acl && id !== undefined && !site.survey.has(id)) add(site, id, acl)
    return id
  }
}

function add(site: Site, id: string, acl: NetworkAcl): void {
  const entries = (acl.Entries ?? []).map((entry) =>
    set({
      ruleNumber: entry.RuleNumber ?? 0,
      egress: entry.Egress ?? false,
      protocol: entry.Protocol ?? '-1',
      portRange:
        entry.PortRange?.From === undefined || entry.PortRange.To === undefined
          ? undefined
          : { from: entry.PortRange.From, to: entry.PortRange.To },
      cidrBlock: entry.CidrBlock ?? entry.Ipv6CidrBlock ?? '0.0.0.0/0',
      ruleAction: entry.RuleAction ?? 'deny',
    }),
  )
  site.add(id, {
    kind: 'networkAcl',
    ...tagged(acl.Tags),
    physicalId: id,
    ...site.place,
    vpc: acl.VpcId ?? '',
    isDefault: acl.IsDefault ?? false,
    entries,
  })
}
