import type { Rule } from '@aws-sdk/client-wafv2'
import type { ResourceOf } from '@/lib/topology/document'
import type { Collector } from '../site'

/** A web ACL by its ARN. What a rule matches is not modelled: each is opaque. */
export const webAcl: Collector = (site) => async (arn) => {
  // arn:…:wafv2:REGION:ACCOUNT:regional/webacl/NAME/ID; the older WAF Regional has ARNs of its own and is not read.
  const [, Name, Id] = /:regional\/webacl\/([^/]+)\/([^/]+)$/.exec(arn) ?? []
  if (Name === undefined || Id === undefined) return false
  const { client, sdk } = await site.clients.wafv2()
  const { WebACL: acl } = await client.send(new sdk.GetWebACLCommand({ Name, Id, Scope: 'REGIONAL' }))
  if (!acl) return false
  site.add(site.survey.idOfArn(arn), {
    kind: 'webAcl',
    name: Name,
    physicalId: Id,
    arn,
    ...site.place,
    defaultAction: acl.DefaultAction?.Block ? 'BLOCK' : 'ALLOW',
    rules: (acl.Rules ?? []).map(ruleOf),
  })
  return true
}

function ruleOf(rule: Rule): ResourceOf<'webAcl'>['rules'][number] {
  const counts = rule.Action?.Count !== undefined || rule.OverrideAction?.Count !== undefined
  const action = counts ? 'COUNT' : rule.Action?.Allow ? 'ALLOW' : 'BLOCK'
  return { priority: rule.Priority ?? 0, action, opaque: true }
}
