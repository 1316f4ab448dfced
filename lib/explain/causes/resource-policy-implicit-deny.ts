import { getExport } from '../commands/aws'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const resourcePolicyImplicitDeny = defineCause('resource-policy-implicit-deny', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html',
  says: {
    named: 'No Allow in the resource policy of the API matches this call: the answer says so.',
    untold: 'A 403 whose text is not shown may be a missing Allow in the resource policy of the API.',
    unnamed:
      'No Allow in the resource policy of the API matches this call. The older text of the answer does not name the policy.',
  },
  checks: [{ check: 'resource-policy.api', reasons: ['implicit-deny', 'no-policy'] }],
  fits(seen, verdict) {
    const { denial } = seen
    if (is(seen, 'refused-somehow')) return verdict.possible(75, 'untold')
    if (!is(seen, 'denied') || seen.inner) return undefined
    if (!denial) return verdict.possible(60, 'unnamed')
    if (denial.how !== 'implicit') return undefined
    if (denial.policy === 'resource') return verdict.certain(95, 'named')
    return denial.policy === 'unnamed' ? verdict.likely(90, 'unnamed') : undefined
  },
  tellApart: (seen) => ({
    command: getExport(seen),
    ifSo: 'No statement with "Effect": "Allow" in "x-amazon-apigateway-policy" of the stage matches the call.',
    ifNot: 'A statement of the deployed policy allows it.',
  }),
})
