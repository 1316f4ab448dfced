import { resourcePolicy } from './example'
import { remarksOn } from './facts/policies'
import { type MethodOf, meantApis, methodsOf, savedApis } from './facts/snapshots'
import { defineRule } from './rule'

const deny = { Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-0aaa1111bbbb2222c' } } } as const

export const policyDenyWithoutAllow = defineRule(
  {
    id: 'policy-deny-without-allow',
    title: 'A policy that allows nothing',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html',
    says: { 'no-allow': '{policy} allows nothing: {remark} Add an Allow for those who may call.' },
    bad: { 'no-allow': { template: 'private-api', patch: resourcePolicy(deny) } },
    good: { template: 'private-api', patch: resourcePolicy({ Effect: 'Allow' }, deny) },
  },
  function* (doc, found) {
    const plain = new Set([...meantApis(doc), ...savedApis(doc)].flatMap(methodsOf).flatMap(withoutAuthorization))
    // Beside a Lambda authorizer or IAM a policy that only denies is enough.
    for (const { remark, resource, path, policy, noun } of remarksOn(doc, ['deny-without-allow']))
      if (policy.kind !== 'resource' || plain.has(resource))
        yield found('no-allow', { resource, path, fill: { policy: noun, remark: remark.sentence } })
  },
)

const withoutAuthorization = ({ id, method }: MethodOf): string[] => (method.authorizationType === 'NONE' ? [id] : [])
