import { resourcePolicy } from './example'
import { remarksOn } from './facts/policies'
import { defineRule } from './rule'

/** The walkthroughs that people copy from write `{vpc_id}` where an id belongs. */
export const policyPlaceholder = defineRule(
  {
    id: 'policy-placeholder',
    title: 'A policy with a placeholder in it',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html',
    says: { placeholder: '{policy} was copied and not filled in: {remark} Write the id.' },
    bad: {
      placeholder: {
        template: 'private-api',
        patch: resourcePolicy(
          { Effect: 'Allow' },
          { Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpc': '{vpc_id}' } } },
        ),
      },
    },
    good: {
      template: 'private-api',
      patch: resourcePolicy(
        { Effect: 'Allow' },
        { Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-0aaa1111bbbb2222c' } } },
      ),
    },
  },
  function* (doc, found) {
    for (const { remark, resource, path, noun } of remarksOn(doc, ['placeholder']))
      yield found('placeholder', { resource, path, fill: { policy: noun, remark: remark.sentence } })
  },
)
