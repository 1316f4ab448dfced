import { inBoth, resourcePolicy } from './example'
import { mended } from './facts/mended'
import { remarksOn } from './facts/policies'
import { defineRule } from './rule'

const when = (operator: string, key: string, value: string) => ({
  template: 'private-api',
  patch: resourcePolicy({ Effect: 'Allow' }, { Effect: 'Deny', Condition: { [operator]: { [key]: value } } }),
})

const reasons = ['condition-key', 'unknown-action', 'value-form', 'variable-without-version'] as const

const oldLanguage = {
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
    { Effect: 'Deny', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*/*/${aws:username}' },
  ],
}

export const policyNeverMatches = defineRule(
  {
    id: 'policy-never-matches',
    title: 'Part of a policy that matches no call',
    severity: 'medium',
    docs: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_apigatewaymanagementapi.html',
    says: {
      'condition-key': '{policy} asks for something no call has: {remark}',
      'unknown-action': '{policy} speaks of something else than invoking: {remark}',
      'value-form': '{policy} compares with a value of another form: {remark}',
      'variable-without-version': '{policy} holds a variable that is none: {remark} Add "Version": "2012-10-17".',
    },
    bad: {
      'condition-key': when('StringEquals', 'aws:SourceVpcc', 'vpc-0aaa1111bbbb2222c'),
      'unknown-action': {
        template: 'private-api',
        patch: resourcePolicy({ Effect: 'Allow' }, { Effect: 'Deny', Action: 'execute-api:Invok' }),
      },
      'value-form': when('IpAddress', 'aws:VpcSourceIp', '10.0.0.0-10.0.0.255'),
      'variable-without-version': {
        template: 'private-api',
        patch: inBoth('private', ['policy'], { text: JSON.stringify(oldLanguage) }),
      },
    },
    good: when('IpAddress', 'aws:VpcSourceIp', '10.0.0.0/24'),
  },
  function* (doc, found) {
    for (const { remark, ...of } of remarksOn(doc, reasons)) {
      const reason = reasons.find((r) => r === remark.rule)
      if (reason === undefined || remark.suggestion === 'aws:VpcSourceIp') continue
      const fix = mended(of, remark)
      const fill = { policy: of.noun, remark: remark.sentence }
      yield found(reason, { resource: of.resource, path: of.path, fill, ...(fix ? { fix } : {}) })
    }
  },
)
