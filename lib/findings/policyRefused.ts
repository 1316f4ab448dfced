import { innerApi, put, resourcePolicy } from './example'
import { mended } from './facts/mended'
import { remarksOn } from './facts/policies'
import { defineRule } from './rule'

export const policyRefused = defineRule(
  {
    id: 'policy-refused',
    title: 'A policy that AWS refuses',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
    says: { refused: '{policy} is not one that AWS saves: {remark}' },
    bad: { refused: { template: 'private-api', patch: [put([innerApi, 'policy'], { text: '{ "Statement": [' })] } },
    good: { template: 'private-api', patch: resourcePolicy({ Effect: 'Allow' }) },
  },
  function* (doc, found) {
    for (const { remark, ...of } of remarksOn(doc, ['grammar'])) {
      const fix = mended(of, remark)
      const fill = { policy: of.noun, remark: remark.sentence }
      yield found('refused', { resource: of.resource, path: of.path, fill, ...(fix ? { fix } : {}) })
    }
  },
)
