import { describeEndpoints } from '../commands/aws'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const endpointPolicyImplicitDeny = defineCause('endpoint-policy-implicit-deny', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-endpoint-policies.html',
  says: {
    named: 'No Allow in the policy of the VPC endpoint matches this call: the answer says so.',
    untold: 'A 403 whose text is not shown may be a missing Allow in the policy of the VPC endpoint.',
    unnamed:
      'No Allow in the policy of the VPC endpoint may match this call: the older text of the answer does not tell the two policies apart.',
  },
  checks: [{ check: 'endpoint-policy.allows', reasons: ['implicit-deny'] }],
  fits(seen, verdict) {
    const { denial } = seen
    if (is(seen, 'refused-somehow')) return verdict.possible(45, 'untold')
    if (!is(seen, 'denied') || seen.inner) return undefined
    if (!denial) return verdict.possible(40, 'unnamed')
    if (denial.how !== 'implicit') return undefined
    if (denial.policy === 'endpoint') return verdict.certain(95, 'named')
    return denial.policy === 'unnamed' ? verdict.possible(60, 'unnamed') : undefined
  },
  tellApart: (seen) => ({
    command: describeEndpoints(seen),
    ifSo: 'No Allow in "PolicyDocument" matches: it names principals, or a condition whose key is absent, such as aws:SourceIp.',
    ifNot: '"PolicyDocument" allows the call; the default one allows everything.',
  }),
})
