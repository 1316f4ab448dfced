import { endpointPolicy, resourcePolicy } from './example'
import { remarksOn } from './facts/policies'
import { defineRule } from './rule'

const like = (value: string) => ({ Effect: 'Allow', Condition: { StringLike: { 'aws:PrincipalArn': value } } }) as const

const reasons = ['endpoint-limits', 'not-principal-allow'] as const

export const policyUnsupported = defineRule(
  {
    id: 'policy-unsupported',
    title: 'What AWS does not support in this policy',
    severity: 'medium',
    docs: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    says: {
      'endpoint-limits': '{policy} goes beyond what endpoint policies can do: {remark}',
      'not-principal-allow': '{policy} allows all but some: {remark} Name those who may call.',
    },
    bad: {
      'endpoint-limits': { template: 'private-api', patch: endpointPolicy({ Effect: 'Allow' }, like('arn:*')) },
      'not-principal-allow': {
        template: 'private-api',
        patch: resourcePolicy({
          Effect: 'Allow',
          Principal: undefined,
          NotPrincipal: { AWS: 'arn:aws-cn:iam::111122223333:root' },
        }),
      },
    },
    good: {
      template: 'private-api',
      patch: endpointPolicy({ Effect: 'Allow' }, like('arn:aws-cn:iam::111122223333:role/caller-*')),
    },
  },
  function* (doc, found) {
    for (const { remark, resource, path, noun } of remarksOn(doc, reasons)) {
      const reason = reasons.find((r) => r === remark.rule)
      if (reason) yield found(reason, { resource, path, fill: { policy: noun, remark: remark.sentence } })
    }
  },
)
