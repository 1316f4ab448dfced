import { getExport } from '../commands/aws'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const resourcePolicyExplicitDeny = defineCause('resource-policy-explicit-deny', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html',
  says: {
    named: 'A Deny in the resource policy of the API matches this call: the answer says so.',
    untold: 'A 403 whose text is not shown may be a Deny that matches in the resource policy of the API.',
    unnamed:
      'A Deny in the resource policy of the API matches this call. The older text of the answer does not name the policy.',
  },
  checks: [
    { check: 'resource-policy.api', reasons: ['explicit-deny'] },
    { check: 'resource-policy.domain', reasons: ['denies'] },
  ],
  fits(seen, verdict) {
    const { denial } = seen
    if (is(seen, 'refused-somehow')) return verdict.possible(65, 'untold')
    if (!is(seen, 'denied') || seen.inner) return undefined
    if (!denial) return verdict.possible(60, 'unnamed')
    if (denial.how !== 'explicit') return undefined
    if (denial.policy === 'resource') return verdict.certain(95, 'named')
    return denial.policy === 'unnamed' ? verdict.likely(90, 'unnamed') : undefined
  },
  tellApart: (seen) => ({
    command: getExport(seen),
    ifSo: 'A statement with "Effect": "Deny" in "x-amazon-apigateway-policy" of the stage matches the endpoint, the VPC or the caller.',
    ifNot: 'No Deny of the deployed policy matches.',
  }),
})
