import { resourcePolicy } from './example'
import { mended } from './facts/mended'
import { remarksOn } from './facts/policies'
import { defineRule } from './rule'

const from = (key: string) =>
  resourcePolicy({ Effect: 'Allow', Condition: { IpAddress: { [key]: ['10.0.0.0/8', '172.16.0.0/12'] } } })

/** A call through an endpoint has another key for its address. */
export const policySourceIp = defineRule(
  {
    id: 'policy-source-ip',
    title: 'aws:SourceIp on calls through an endpoint',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html',
    says: { 'source-ip': '{policy} compares a key that its calls never have. {remark} Compare aws:VpcSourceIp.' },
    bad: { 'source-ip': { template: 'private-api', patch: from('aws:SourceIp') } },
    good: { template: 'private-api', patch: from('aws:VpcSourceIp') },
  },
  function* (doc, found) {
    for (const { remark, ...of } of remarksOn(doc, ['condition-key'])) {
      if (remark.suggestion !== 'aws:VpcSourceIp') continue
      const fix = mended(of, remark)
      const fill = { policy: of.noun, remark: remark.sentence }
      yield found('source-ip', { resource: of.resource, path: of.path, fill, ...(fix ? { fix } : {}) })
    }
  },
)
