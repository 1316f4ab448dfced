import { holes } from '@/lib/network/holes'
import { vpcEndpoints } from '@/lib/network/perDocument'
import { askApi } from '@/lib/policy/authorize'
import type { AuthorizeRequest } from '@/lib/policy/decide'
import type { TopologyDocument } from '@/lib/topology/document'
import { equal } from '@/lib/topology/patch'
import { type Fill, link } from '@/lib/trace/check'
import { innerApi, policyText, put, regionalApi } from './example'
import { plainQuestion, strangersQuestion } from './facts/calls'
import { type MethodOf, methodsOf, type Snapshot, savedApis, servedApis } from './facts/snapshots'
import { defineRule } from './rule'

/** What the next deployment lets in that the present one keeps out, whoever makes it and for whatever reason. */
export const savedOpens = defineRule(
  {
    id: 'saved-opens',
    title: 'The next deployment opens something',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/updating-api.html',
    says: {
      policy:
        'The next deployment of {api} lets in {who}: the resource policy that is saved allows {route}, which the one that stage {stage} serves denies.',
      authorization:
        'The next deployment of {api} takes the authorization off {route}: stage {stage} asks for {before}, and what is saved asks for none.',
      'api-key': 'The next deployment of {api} asks for no API key on {route} any more, which stage {stage} does.',
      type: 'The next deployment of {api} makes it {after}: stage {stage} is private, and what is saved is reached from the internet.',
    },
    bad: {
      policy: { template: 'private-api', patch: [put([innerApi, 'policy'], policyText({ Effect: 'Allow' }))] },
      authorization: {
        template: 'private-api',
        patch: [
          put(
            [innerApi, 'deployments', 'p1d001', 'api', 'resources', 'p1page', 'methods', 'GET', 'authorizationType'],
            'AWS_IAM',
          ),
        ],
      },
      'api-key': {
        template: 'private-api',
        patch: [
          put(
            [innerApi, 'deployments', 'p1d001', 'api', 'resources', 'p1page', 'methods', 'GET', 'apiKeyRequired'],
            true,
          ),
        ],
      },
      type: {
        template: 'private-api',
        patch: [put([innerApi, 'endpointConfiguration'], { type: 'REGIONAL' })],
      },
    },
    good: {
      template: 'regional-api',
      patch: [put([regionalApi, 'policy'], policyText({ Effect: 'Deny' }))],
    },
  },
  function* (doc, found) {
    const saved = new Map(savedApis(doc).map((s) => [s.id, s]))
    for (const served of servedApis(doc)) {
      const next = saved.get(served.id)
      if (!next) continue
      const [was, is] = [served.api.endpointConfiguration.type, next.api.endpointConfiguration.type]
      const unread = holes(doc, served.id, '/policy', `${served.at}/policy`).length > 0
      const samePolicy = unread || equal(served.api.policy, next.api.policy)
      const fill = { api: link(doc, served.id), stage: served.stage ?? '', before: '', after: is.toLowerCase() }
      if (was === 'PRIVATE' && is !== 'PRIVATE')
        yield found('type', { resource: served.id, path: '/endpointConfiguration/type', fill })
      for (const [before, after] of shared(served, next)) {
        const at = { resource: served.id, path: after.methodAt }
        const words = { ...fill, route: after.route, before: before.method.authorizationType }
        if (before.method.authorizationType !== 'NONE' && after.method.authorizationType === 'NONE')
          yield found('authorization', { ...at, fill: words })
        const keyRead = holes(doc, served.id, `${after.readAt}/apiKeyRequired`).length === 0
        if (keyRead && before.method.apiKeyRequired && !after.method.apiKeyRequired)
          yield found('api-key', { ...at, fill: words })
        const who = is === was && !samePolicy ? letIn(doc, before, after) : undefined
        if (who)
          yield found('policy', { resource: served.id, path: '/policy/text', fill: { ...words, who, route: 'calls' } })
      }
    }
  },
)

function* shared(served: Snapshot, next: Snapshot): Generator<[MethodOf, MethodOf]> {
  const routes = new Map(
    methodsOf({ ...next, stage: served.stage, variables: served.variables }).map((m) => [m.route, m]),
  )
  for (const before of methodsOf(served)) {
    const after = routes.get(before.route)
    if (after) yield [before, after]
  }
}

/** The first of those who may ask that the served policy surely keeps out and the saved one surely lets in. */
function letIn(doc: TopologyDocument, before: MethodOf, after: MethodOf): Fill | undefined {
  const isPrivate = after.api.endpointConfiguration.type === 'PRIVATE'
  const region = after.restApi.region
  const callers: [Fill, (of: MethodOf) => AuthorizeRequest][] = isPrivate
    ? [
        ['everybody who makes an endpoint, in any account', (of) => strangersQuestion(doc, of)],
        ...vpcEndpoints(doc)
          .filter(([id, endpoint]) => endpoint.region === region && holes(doc, id, '/vpc').length === 0)
          .map(([id]): [Fill, (of: MethodOf) => AuthorizeRequest] => [
            link(doc, id),
            (of) => plainQuestion(doc, of, id),
          ]),
      ]
    : [['the whole internet', (of) => plainQuestion(doc, of)]]
  return callers.find(([, ask]) => denied(ask(before)) && allowed(ask(after)))?.[0]
}

const ask = (question: AuthorizeRequest) => askApi({ ...question, authorizationType: 'NONE' }).decision
const allowed = (question: AuthorizeRequest) => ask(question) === 'allow'
const denied = (question: AuthorizeRequest) => ['implicitDeny', 'explicitDeny'].includes(ask(question))
