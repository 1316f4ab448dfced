import { isExecuteApiService } from '@/lib/naming/serviceName'
import { vpcEndpoints, withPhysicalId } from '@/lib/network/perDocument'
import { resourceOf } from '@/lib/topology/document'
import { completeFor } from '@/lib/topology/read'
import { resolveText } from '@/lib/topology/text'
import { link } from '@/lib/trace/check'
import { resourcePolicy } from './example'
import { policies } from './facts/policies'
import { anyUnread } from './facts/unread'
import { defineRule } from './rule'

const only = (...vpcs: string[]) =>
  resourcePolicy({ Effect: 'Allow' }, { Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpc': vpcs } } })

/** `aws:SourceVpc` is the VPC of the endpoint that carries the call: peering and transit do not change it. */
export const sourceVpcWithoutEndpoint = defineRule(
  {
    id: 'source-vpc-without-endpoint',
    title: 'aws:SourceVpc of a VPC that has no endpoint',
    severity: 'medium',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpc',
    says: {
      'no-endpoint':
        '{policy} names {vpc}, which has no endpoint for API Gateway. aws:SourceVpc is the VPC of the endpoint, not of the caller, so no call ever comes from there. Name the VPC whose endpoint its callers use.',
    },
    bad: {
      'no-endpoint': {
        template: 'private-api',
        addOns: ['peer'],
        patch: only('vpc-0aaa1111bbbb2222c', 'vpc-0eee5555ffff6666a'),
      },
    },
    good: { template: 'private-api', addOns: ['peer'], patch: only('vpc-0aaa1111bbbb2222c') },
  },
  function* (doc, found) {
    if (anyUnread(doc, 'vpcEndpoint', '/vpc', '/serviceName')) return
    for (const { resource, path, policy, noun } of policies(doc)) {
      const named = policy.statements.flatMap(({ conditions = [] }) =>
        conditions.filter(({ key }) => key.toLowerCase() === 'aws:sourcevpc').flatMap(({ values }) => values),
      )
      for (const { text } of named)
        for (const vpc of withPhysicalId(doc, resolveText(doc, text))) {
          const { region = '', account } = resourceOf(doc, vpc, 'vpc') ?? {}
          if (!completeFor(doc, 'vpcEndpoint', { account, region }).known) continue
          if (vpcEndpoints(doc).some(([, e]) => e.vpc === vpc && isExecuteApiService(e.serviceName, region))) continue
          yield found('no-endpoint', { resource, path, fill: { policy: noun, vpc: link(doc, vpc) } })
        }
    }
  },
)
