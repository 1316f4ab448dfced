import { getExport } from '../commands/aws'
import { throughEndpoint } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const resourcePolicySourceipOnPrivate = defineCause('resource-policy-sourceip-on-private', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html',
  says: {
    shown:
      'The resource policy asks for aws:SourceIp, a key that no call through a VPC endpoint has: an Allow with it never matches, and a Deny with NotIpAddress always does. aws:VpcSourceIp is the key that is there.',
    maybe: 'If the resource policy asks for aws:SourceIp: no call through a VPC endpoint has that key.',
  },
  checks: [
    {
      check: 'resource-policy.api',
      reasons: ['implicit-deny', 'explicit-deny'],
      evidence: /aws:SourceIp/i,
    },
  ],
  fits(seen, verdict) {
    const { denial } = seen
    if (!is(seen, 'denied') || seen.inner || denial?.policy === 'endpoint' || denial?.policy === 'identity')
      return undefined
    if (seen.leads === 'public') return undefined
    const shown = seen.aws.resourcePolicy ?? ''
    if (/aws:SourceIp/i.test(shown) || /"aws:SourceIp"|aws:SourceIp/i.test(seen.told))
      return throughEndpoint(seen) ? verdict.certain(98, 'shown') : verdict.likely(98, 'shown')
    if (seen.aws.resourcePolicy !== undefined) return undefined
    return verdict.possible(denial?.how === 'implicit' ? 65 : 40, 'maybe')
  },
  tellApart: (seen) => ({
    command: getExport(seen),
    ifSo: 'The policy of the stage has a condition on aws:SourceIp.',
    ifNot: 'Its conditions ask for aws:SourceVpc, aws:SourceVpce or aws:VpcSourceIp.',
  }),
})
