import { holes } from '@/lib/network/holes'
import type { Authorization } from '@/lib/policy/decide'
import type { Authorizer, TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { defineCheck, type Finding, link } from '../check'
import { shaped } from '../method/gatewayResponse'
import { unauthorized } from '../outcome'
import type { Outcome } from '../trace'
import type { ApiCall } from '../walk/next'

export const authorizer = defineCheck(
  'authorization.authorizer',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html',
  {
    allows: 'The authorizer {name} of {api} allows the call, as stated.',
    'no-token': 'The authorizer {name} of {api} reads {source}, and the call does not carry it. Send it.',
    'bad-token': 'The user pool behind the authorizer {name} of {api} does not accept the token, as stated.',
    denies: 'The authorizer {name} of {api} denies the call, as stated.',
    silent: 'The policy that the authorizer {name} of {api} returns allows nothing of this call.',
    fails: 'The authorizer {name} of {api} fails, as stated.',
    'not-stated': 'What the authorizer {name} of {api} answers to this call is not known. State it on the authorizer.',
    'not-visible': 'The authorizer {name} of {api} is not known.',
    missing: '{api} names the authorizer {name}, which it does not have.',
  },
)

type Answer = NonNullable<Authorizer['answers']>[number]

/** The stated answer for this call: the first that fits. */
export function statedAnswer(rule: Authorizer, call: ApiCall): Answer | undefined {
  return rule.answers?.find(({ when }) => {
    if (when.method !== undefined && when.method !== call.conn.method) return false
    if (when.path !== undefined && when.path !== call.path) return false
    return when.header === undefined || headerOf(call, when.header.name) === when.header.value
  })
}

const headerOf = (call: ApiCall, name: string) =>
  call.conn.headers.find((h) => h.name.toLowerCase() === name.toLowerCase())?.value

/** The part of the call that the authorizer reads and that is not there; it is refused before the function is called. */
export function missingSource(rule: Authorizer, call: ApiCall): string | undefined {
  const sources = (rule.identitySource ?? (rule.type === 'REQUEST' ? '' : 'method.request.header.Authorization')).split(
    ',',
  )
  for (const source of sources) {
    const [, place, name] = /^\s*method\.request\.(header|querystring)\.(.+?)\s*$/.exec(source) ?? []
    if (place === 'header' && name !== undefined && headerOf(call, name) === undefined) return name
    if (place === 'querystring' && name !== undefined && !new RegExp(`[?&]${name}=.`).test(call.conn.query)) return name
  }
  return undefined
}

interface Asked {
  name: string
  rule?: Authorizer
  answer?: Answer
  word?: Authorization
}

export function authorizerCheck(doc: TopologyDocument, call: ApiCall, { name, rule, answer, word }: Asked): Finding {
  const path = `${call.snapshot}${pointer(['authorizers', name])}`
  const absent = rule && missingSource(rule, call)
  const fill = { api: link(doc, call.id, path), name, source: absent ?? '' }
  const parts = { fact: 'authorizer', fill, evidence: [{ resource: call.id, path, value: rule }] }
  const denied = shaped(call.api, 'ACCESS_DENIED', refused(true))
  const gaps = holes(doc, call.id, `${call.snapshot}${pointer(['authorizers', name])}`)
  if (gaps.length > 0)
    return authorizer.unknown('not-visible', gaps, [...denied, ...shaped(call.api, 'UNAUTHORIZED', unauthorized)], {
      ...parts,
      fact: 'not known',
    })
  if (!rule) return authorizer.fail('missing', shaped(call.api, 'AUTHORIZER_CONFIGURATION_ERROR', failure), parts)
  if (absent !== undefined)
    return authorizer.fail('no-token', shaped(call.api, 'UNAUTHORIZED', unauthorized), { ...parts, fact: 'no token' })
  if (answer?.fails && rule.type === 'COGNITO_USER_POOLS')
    return authorizer.fail('bad-token', shaped(call.api, 'UNAUTHORIZED', unauthorized), { ...parts, fact: 'bad token' })
  if (answer?.fails)
    return authorizer.fail('fails', shaped(call.api, 'AUTHORIZER_FAILURE', failure), {
      ...parts,
      fact: 'authorizer fails',
    })
  if (word?.decision === 'allow' && answer) return authorizer.pass('allows', { ...parts, fact: 'authorizer allows' })
  if (word?.decision === 'explicitDeny' && answer)
    return authorizer.fail('denies', denied, { ...parts, fact: 'authorizer denies' })
  if (word?.decision === 'implicitDeny' && answer)
    return authorizer.fail('silent', shaped(call.api, 'ACCESS_DENIED', refused(false)), { ...parts, fact: 'no allow' })
  const ask = `What does the authorizer ${name} answer to this call?`
  return authorizer.unknown(
    'not-stated',
    [{ resource: call.id, path: `${path}/answers`, why: 'notModelled', ask }],
    [...denied, ...shaped(call.api, 'UNAUTHORIZED', unauthorized)],
    { ...parts, fact: 'not stated' },
  )
}

const failure: Outcome = { kind: 'response', status: 500, errorType: 'AuthorizerConfigurationException' }

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html */
const refused = (explicit: boolean): Outcome => ({
  kind: 'response',
  status: 403,
  errorType: 'AccessDeniedException',
  body: `{"Message":"User is not authorized to access this resource${explicit ? ' with an explicit deny in an identity-based policy' : ''}"}`,
})
