import type { VpcLink as LinkV1 } from '@aws-sdk/client-api-gateway'
import type { VpcLink as LinkV2 } from '@aws-sdk/client-apigatewayv2'
import { byKey, pages } from '../batch'
import type { Collector, Site } from '../site'
import { set, taggedBy } from './tags'

/** A VPC link of either version, and the load balancer that a V1 link leads to. */
export const vpcLink: Collector = (site) => async (id) => {
  const found = (await site.shared(vpcLinks))(id)
  if (!found) return false
  const { v1, v2 } = found
  if (v2) addV2(site, id, v2)
  else if (v1) await addV1(site, id, v1)
  return true
}

async function addV1(site: Site, id: string, link: LinkV1): Promise<void> {
  const [arn] = link.targetArns ?? []
  // A link in the same account names its load balancer; one that is not there any more was deleted.
  const sight = arn === undefined ? 'absent' : await site.seek('loadBalancer', arn)
  site.add(id, {
    kind: 'vpcLink',
    ...taggedBy(link.tags),
    name: link.name ?? id,
    physicalId: id,
    ...site.place,
    version: 'V1',
    ...(arn === undefined || sight === 'absent' ? {} : { target: site.survey.idOfArn(arn) }),
    status: link.status ?? '',
    ...set({ statusMessage: link.statusMessage }),
  })
}

function addV2(site: Site, id: string, link: LinkV2): void {
  const { SubnetIds: subnets = [], SecurityGroupIds: securityGroups = [] } = link
  for (const subnet of subnets) site.see('subnet', subnet)
  for (const group of securityGroups) site.see('securityGroup', group)
  site.add(id, {
    kind: 'vpcLink',
    ...taggedBy(link.Tags),
    name: link.Name ?? id,
    physicalId: id,
    ...site.place,
    version: 'V2',
    subnets,
    securityGroups,
    status: link.VpcLinkStatus ?? '',
    ...set({ statusMessage: link.VpcLinkStatusMessage || undefined }),
  })
}

interface Link {
  v1?: LinkV1
  v2?: LinkV2
}

/**
 * Finds a link by its id. Both versions are listed once; one list that cannot be read hides only what the other lacks:
 * the answer then throws why.
 */
export const vpcLinks = async (site: Site): Promise<(id: string) => Link | undefined> => {
  const [v1, v2] = await Promise.allSettled([site.shared(listV1), listV2(site)])
  return (id) => {
    const second = v2.status === 'fulfilled' ? v2.value.get(id) : undefined
    if (second) return { v2: second }
    const first = v1.status === 'fulfilled' ? v1.value.get(id) : undefined
    if (first) return { v1: first }
    for (const list of [v1, v2]) if (list.status === 'rejected') throw list.reason
    return undefined
  }
}

async function listV1(site: Site): Promise<Map<string, LinkV1>> {
  const { client, sdk } = await site.clients.apigateway()
  const found = await pages(async (position) => {
    const page = await client.send(new sdk.GetVpcLinksCommand({ limit: 500, position }))
    return { items: page.items, next: page.position }
  })
  return byKey(found, (link) => link.id)
}

async function listV2(site: Site): Promise<Map<string, LinkV2>> {
  const { client, sdk } = await site.clients.apigatewayv2()
  const found = await pages(async (NextToken) => {
    const page = await client.send(new sdk.GetVpcLinksCommand({ MaxResults: '100', NextToken }))
    return { items: page.Items, next: page.NextToken }
  })
  return byKey(found, (link) => link.VpcLinkId)
}

/** The V1 links that lead to a load balancer: whoever uses it may call through them. */
export async function seeLinksTo(site: Site, balancerArn: string): Promise<void> {
  try {
    for (const [id, link] of await site.shared(listV1))
      if (link.targetArns?.includes(balancerArn)) site.see('vpcLink', id)
  } catch (error) {
    site.survey.unseen(site.reach, 'vpcLink', error)
  }
}
