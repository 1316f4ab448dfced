import { resourcePolicy } from './example'
import { mended } from './facts/mended'
import { remarksOn } from './facts/policies'
import { defineRule } from './rule'

const arn = (partition: string) => `arn:${partition}:execute-api:cn-northwest-1:111122223333:3i95y1yx06/*`

export const policyWrongResource = defineRule(
  {
    id: 'policy-wrong-resource',
    title: 'A resource policy that covers no call of its API',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html',
    says: { wrong: '{policy} is about something else: {remark}' },
    bad: { wrong: { template: 'private-api', patch: resourcePolicy({ Effect: 'Allow', Resource: arn('aws') }) } },
    good: { template: 'private-api', patch: resourcePolicy({ Effect: 'Allow', Resource: arn('aws-cn') }) },
  },
  function* (doc, found) {
    for (const { remark, ...of } of remarksOn(doc, ['wrong-resource'])) {
      const fix = mended(of, remark)
      const fill = { policy: of.noun, remark: remark.sentence }
      yield found('wrong', { resource: of.resource, path: of.path, fill, ...(fix ? { fix } : {}) })
    }
  },
)
