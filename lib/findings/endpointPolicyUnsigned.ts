import { holes } from '@/lib/network/holes'
import { vpcEndpoints } from '@/lib/network/perDocument'
import { askEndpoint } from '@/lib/policy/authorize'
import { presenceOf } from '@/lib/policy/keys'
import { parsePolicy } from '@/lib/policy/parse'
import { type Clause, clausesOf } from '@/lib/policy/words/clause'
import { read } from '@/lib/topology/read'
import { resolveText } from '@/lib/topology/text'
import { link } from '@/lib/trace/check'
import { endpointPolicy } from './example'
import { plainQuestion } from './facts/calls'
import { meantApis, methodsOf } from './facts/snapshots'
import { defineRule } from './rule'

const account = { AWS: 'arn:aws-cn:iam::111122223333:root' }

/** An endpoint policy sees the signer of the Authorization header, and an anonymous caller where there is none. */
export const endpointPolicyUnsigned = defineRule(
  {
    id: 'endpoint-policy-unsigned',
    title: 'An endpoint policy that no unsigned call passes',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-endpoint-policies.html',
    says: {
      principals:
        'The policy of {endpoint} admits only signed callers, and methods of {api} ask for no signature: plain calls and calls with a bearer token are refused at the endpoint. Allow everybody there, or sign.',
    },
    bad: {
      principals: { template: 'private-api', patch: endpointPolicy({ Effect: 'Allow', Principal: account }) },
    },
    good: { template: 'private-api', patch: endpointPolicy({ Effect: 'Allow' }) },
  },
  function* (doc, found) {
    for (const [id, endpoint] of vpcEndpoints(doc)) {
      const text = read<string | undefined>(doc, id, '/policyDocument/text')
      if (!text.known || text.value === undefined || holes(doc, id, '/vpc').length > 0) continue
      if (!admitsSigners(text.value)) continue
      const endpointPolicy = resolveText(doc, text.value)
      for (const of of meantApis(doc).flatMap(methodsOf)) {
        const { type } = of.api.endpointConfiguration
        if (type !== 'PRIVATE' || of.restApi.region !== endpoint.region || of.method.authorizationType === 'AWS_IAM')
          continue
        const { decision } = askEndpoint({ ...plainQuestion(doc, of, id), endpointPolicy })
        if (decision !== 'implicitDeny' && decision !== 'explicitDeny') continue
        const fill = { endpoint: link(doc, id, '/policyDocument/text'), api: link(doc, of.id) }
        yield found('principals', { resource: id, path: '/policyDocument/text', fill })
      }
    }
  },
)

/** Whether an endpoint policy speaks of callers by who signed. */
export const admitsSigners = (text: string): boolean => clausesOf(parsePolicy('endpoint', text)).some(namesSigners)

/** Whether a clause lets in only those whom a signature names. */
const namesSigners = ({ effect, who, when }: Clause): boolean =>
  effect === 'Allow' && (who.kind !== 'everyone' || when.some(({ key }) => presenceOf(key) === 'signed'))
