import type { NetworkAcl } from '@aws-sdk/client-ec2'
import { Batch, grouped, pages } from '../batch'
import type { Site } from '../site'
import { set, tagged } from './tags'

/** The id of a subnet's network ACL, which is added to the document. */
export const networkAclOf = (site: Site) => {
  const byVpc = new Batch<NetworkAcl[]>(200, async (vpcs) => grouped(await describe(site, vpcs), (acl) => [acl.VpcId]))
  return async (subnet: string, vpc: string): Promise<string | undefined> => {
    const acls = await byVpc.get(vpc)
    const acl = acls?.find(({ Associations: all }) => all?.some((a) => a.SubnetId === subnet))
    const id = acl?.NetworkAclId
    if (acl && id !== undefined && !site.survey.has(id)) add(site, id, acl)
    return id
  }
}

async function describe(site: Site, vpcs: string[]): Promise<NetworkAcl[]> {
  const { client, sdk } = await site.clients.ec2()
  return pages(async (NextToken) => {
    const page = await client.send(
      new sdk.DescribeNetworkAclsCommand({ Filters: [{ Name: 'vpc-id', Values: vpcs }], NextToken }),
    )
    return { items: page.NetworkAcls, next: page.NextToken }
  })
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
