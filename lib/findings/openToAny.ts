import { apiHost } from '@/lib/naming/executeApi'
import { awsId, vpcEndpoints } from '@/lib/network/perDocument'
import { askApi } from '@/lib/policy/authorize'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { resourcePolicy } from './example'
import { ledToEndpoints } from './facts/callers'
import { strangersQuestion } from './facts/calls'
import { editedAt, type MethodOf, meantApis, methodsOf } from './facts/snapshots'
import { endpointsOf, ways } from './facts/ways'
import type { FindingFix } from './finding'
import { defineRule } from './rule'

/** An endpoint of any account may carry calls to a private API: only its policy keeps strangers out. */
export const openToAny = defineRule(
  {
    id: 'open-to-any',
    title: 'A private API that is open to every endpoint',
    severity: 'medium',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html',
    says: {
      any: 'The resource policy of {api} admits everybody: whoever makes an endpoint in {region}, in any account, may call {routes}. Deny what does not come through your own endpoints.',
    },
    bad: { any: { template: 'private-api', patch: resourcePolicy({ Effect: 'Allow' }) } },
    good: {
      template: 'private-api',
      patch: resourcePolicy(
        { Effect: 'Allow' },
        { Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0d4d61b31cecd49fc' } } },
      ),
    },
  },
  function* (doc, found) {
    for (const snapshot of meantApis(doc)) {
      const { id, restApi, api } = snapshot
      if (api.endpointConfiguration.type !== 'PRIVATE') continue
      const open = methodsOf(snapshot).filter((of) => isOpen(doc, of))
      if (open.length === 0) continue
      const path = editedAt(snapshot, 'policy', '/text')
      const routes = open.map((of) => of.route).join(', ')
      const fill = { api: link(doc, id, path), region: restApi.region ?? '', routes }
      const fix = path === '/policy/text' ? closing(doc, id, api.policy?.text) : undefined
      yield found('any', { resource: id, path, fill, ...(fix ? { fix } : {}) })
    }
  },
)

const isOpen = (doc: TopologyDocument, of: MethodOf): boolean =>
  of.method.authorizationType === 'NONE' &&
  of.api.policy !== undefined &&
  askApi({ ...strangersQuestion(doc, of), authorizationType: 'NONE' }).decision === 'allow'

/** A Deny for all but the endpoints that callers of the topology come through. */
function closing(doc: TopologyDocument, id: string, text: string | undefined): FindingFix | undefined {
  const ids = entrancesOf(doc, id)
  const policy: unknown = text === undefined || text.includes('$' + '{') ? undefined : JSON.parse(text)
  if (ids.length === 0 || typeof policy !== 'object' || policy === null || !('Statement' in policy)) return undefined
  const deny = {
    Effect: 'Deny',
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: 'execute-api:/*',
    Condition: { StringNotEquals: { 'aws:SourceVpce': ids } },
  }
  const value = JSON.stringify({ ...policy, Statement: [policy.Statement, deny].flat() }, null, 2)
  return {
    label: `Deny what does not come through ${ids.join(' or ')}, then deploy the API`,
    patch: [{ op: 'replace', path: pointer(['resources', id, 'policy', 'text']), value }],
  }
}

/** The endpoints that the API lists, and those through which other APIs call it; else those its callers are led to. */
function entrancesOf(doc: TopologyDocument, id: string): string[] {
  const api = resourceOf(doc, id, 'restApi')
  const host = apiHost(awsId(doc, id), api?.region ?? '')
  const called = ways(doc).flatMap((way) => (way.uri?.host === host ? endpointsOf(way) : []))
  const meant = [...(api?.endpointConfiguration.vpcEndpointIds ?? []), ...called]
  const led = ledToEndpoints(doc).flatMap((to) => (to.apis.includes(id) ? [to.endpoint] : []))
  const wanted = new Set(meant.length > 0 ? meant : led)
  return vpcEndpoints(doc).flatMap(([e, { physicalId }]) =>
    wanted.has(e) && physicalId !== undefined ? [physicalId] : [],
  )
}
