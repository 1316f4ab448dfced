import { Batch, once, pages } from '../batch'
import type { Site } from '../site'
import { set } from './tags'

/** Reads the resolver rules that are associated with a VPC. */
export const resolverRulesOf = (site: Site) => {
  const byVpc = new Batch<string[]>(100, async (vpcs) => {
    const { client, sdk } = await site.clients.route53resolver()
    const found = await pages(async (NextToken) => {
      const page = await client.send(
        new sdk.ListResolverRuleAssociationsCommand({ Filters: [{ Name: 'VPCId', Values: vpcs }], NextToken }),
      )
      return { items: page.ResolverRuleAssociations, next: page.NextToken }
    })
    const rules = new Map<string, string[]>()
    for (const { VPCId: vpc, ResolverRuleId: rule } of found)
      if (vpc !== undefined && rule !== undefined) rules.set(vpc, [...(rules.get(vpc) ?? []), rule])
    return rules
  })
  return async (vpc: string) => {
    try {
      const rules = (await byVpc.get(vpc)) ?? []
      await Promise.all(rules.map((rule) => read(site, rule, vpc)))
    } catch (error) {
      site.survey.unseen(site.reach, 'resolverRule', error)
    }
  }
}

const ruleById = (site: Site) =>
  once(async (ResolverRuleId: string) => {
    const { client, sdk } = await site.clients.route53resolver()
    return (await client.send(new sdk.GetResolverRuleCommand({ ResolverRuleId }))).ResolverRule
  })

/**
 * The rule that every VPC has for the internet ("rslvr-autodefined-…", RECURSIVE) is what happens without any:
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-DSN-queries-to-network.html
 */
async function read(site: Site, id: string, vpc: string): Promise<void> {
  if (id.startsWith('rslvr-autodefined-')) return
  const rule = await site.shared(ruleById)(id)
  const { RuleType: ruleType } = rule ?? {}
  if (!rule || (ruleType !== 'FORWARD' && ruleType !== 'SYSTEM')) return
  const before = site.survey.resources.get(id)
  const vpcs = before?.kind === 'resolverRule' ? before.vpcs : []
  site.add(id, {
    kind: 'resolverRule',
    ...set({ name: rule.Name, arn: rule.Arn }),
    physicalId: id,
    ...site.place,
    domainName: rule.DomainName ?? '',
    ruleType,
    targetIps: (rule.TargetIps ?? []).flatMap((target) => target.Ip ?? target.Ipv6 ?? []),
    vpcs: [...new Set([...vpcs, vpc])],
  })
}
