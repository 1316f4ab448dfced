import { resourcePolicy } from './example'
import { mended } from './facts/mended'
import { remarksOn } from './facts/policies'
import { defineRule } from './rule'

const only = (id: string) =>
  resourcePolicy({ Effect: 'Allow' }, { Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpce': id } } })

export const policyUnknownId = defineRule(
  {
    id: 'policy-unknown-id',
    title: 'A policy that names a VPC or endpoint of nobody',
    severity: 'medium',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html',
    says: {
      unknown:
        '{policy} names an id that the topology lacks: {remark} An endpoint that is made again has a new id; correct it, or add the resource.',
    },
    bad: { unknown: { template: 'private-api', patch: only('vpce-0123456789abcdef0') } },
    good: { template: 'private-api', patch: only('vpce-0d4d61b31cecd49fc') },
  },
  function* (doc, found) {
    for (const { remark, ...of } of remarksOn(doc, ['unknown-id'])) {
      const fix = mended(of, remark)
      const fill = { policy: of.noun, remark: remark.sentence }
      yield found('unknown', { resource: of.resource, path: of.path, fill, ...(fix ? { fix } : {}) })
    }
  },
)
