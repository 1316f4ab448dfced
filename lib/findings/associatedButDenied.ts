import { holes } from '@/lib/network/holes'
import { askApi, askEndpoint } from '@/lib/policy/authorize'
import type { Authorization } from '@/lib/policy/decide'
import { resourceOf } from '@/lib/topology/document'
import { read } from '@/lib/topology/read'
import { resolveText } from '@/lib/topology/text'
import { link } from '@/lib/trace/check'
import { admitsSigners } from './endpointPolicyUnsigned'
import { endpointPolicy, resourcePolicy } from './example'
import { plainQuestion } from './facts/calls'
import { editedAt, meantApis, methodsOf } from './facts/snapshots'
import { defineRule } from './rule'

const other = 'arn:aws-cn:execute-api:cn-northwest-1:111122223333:v944po9kjb/*'

/** The list of endpoints makes alias names; who may call is said by the policies alone. */
export const associatedButDenied = defineRule(
  {
    id: 'associated-but-denied',
    title: 'An endpoint that is associated and yet not let in',
    severity: 'medium',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html',
    says: {
      resource:
        '{api} lists {endpoint}, and its resource policy lets no plain call through it. The association only makes a name; allow the endpoint in the policy, and deploy.',
      endpoint:
        '{api} lists {endpoint}, and the policy of that endpoint lets no plain call to the API pass. Allow the API there.',
    },
    bad: {
      resource: {
        template: 'private-api',
        patch: resourcePolicy(
          { Effect: 'Allow' },
          { Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-08cbeb493b8abab4f' } } },
        ),
      },
      endpoint: { template: 'private-api', patch: endpointPolicy({ Effect: 'Allow', Resource: other }) },
    },
    good: { template: 'private-api', patch: [] },
  },
  function* (doc, found) {
    for (const snapshot of meantApis(doc)) {
      const { id, api } = snapshot
      const plain = methodsOf(snapshot).filter((of) => of.method.authorizationType === 'NONE')
      if (plain.length === 0 || !api.policy) continue
      for (const endpoint of api.endpointConfiguration.vpcEndpointIds ?? []) {
        if (!resourceOf(doc, endpoint, 'vpcEndpoint') || holes(doc, endpoint, '/vpc').length > 0) continue
        const fill = { api: link(doc, id), endpoint: link(doc, endpoint) }
        const questions = plain.map((of) => plainQuestion(doc, of, endpoint))
        if (questions.every((q) => denies(askApi({ ...q, authorizationType: 'NONE' }))))
          yield found('resource', { resource: id, path: editedAt(snapshot, 'policy', '/text'), fill })
        const text = read<string | undefined>(doc, endpoint, '/policyDocument/text')
        // Of a policy that speaks of signers another rule says the same.
        if (!text.known || text.value === undefined || admitsSigners(text.value)) continue
        const endpointPolicy = resolveText(doc, text.value)
        if (questions.every((q) => denies(askEndpoint({ ...q, endpointPolicy }))))
          yield found('endpoint', { resource: endpoint, path: '/policyDocument/text', fill })
      }
    }
  },
)

const denies = ({ decision }: Authorization) => decision === 'implicitDeny' || decision === 'explicitDeny'
