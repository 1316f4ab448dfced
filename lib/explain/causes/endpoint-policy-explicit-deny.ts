import { describeEndpoints } from '../commands/aws'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const endpointPolicyExplicitDeny = defineCause('endpoint-policy-explicit-deny', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-endpoint-policies.html',
  says: {
    named: 'A Deny in the policy of the VPC endpoint matches this call: the answer says so.',
    untold: 'A 403 whose text is not shown may be a Deny that matches in the policy of the VPC endpoint.',
    unnamed:
      'A Deny in the policy of the VPC endpoint may match this call: the older text of the answer does not tell the two policies apart.',
  },
  checks: [{ check: 'endpoint-policy.allows', reasons: ['explicit-deny'] }],
  fits(seen, verdict) {
    const { denial } = seen
    if (is(seen, 'refused-somehow')) return verdict.possible(40, 'untold')
    if (!is(seen, 'denied') || seen.inner) return undefined
    if (!denial) return verdict.possible(40, 'unnamed')
    if (denial.how !== 'explicit') return undefined
    if (denial.policy === 'endpoint') return verdict.certain(95, 'named')
    return denial.policy === 'unnamed' ? verdict.possible(60, 'unnamed') : undefined
  },
  tellApart: (seen) => ({
    command: describeEndpoints(seen),
    ifSo: '"PolicyDocument" of the endpoint has a Deny that matches the call.',
    ifNot: '"PolicyDocument" has no Deny that matches; the default one allows everything.',
  }),
})
