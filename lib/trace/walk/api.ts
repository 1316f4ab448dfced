import { holes } from '@/lib/network/holes'
import { askApi, askDomain, askEndpoint } from '@/lib/policy/authorize'
import type { AuthorizeRequest } from '@/lib/policy/decide'
import { type Method, resourceOf } from '@/lib/topology/document'
import { covers, pointer } from '@/lib/topology/pointer'
import { read } from '@/lib/topology/read'
import { resolveText } from '@/lib/topology/text'
import { validCheck } from '../api-key/valid'
import { licenceCheck } from '../api-selection/licence'
import { authorizerCheck, statedAnswer } from '../authorization/authorizer'
import { identityCheck } from '../authorization/identity'
import { type Signature, signatureOf } from '../authorization/signature'
import { signedCheck } from '../authorization/signed'
import { allowsCheck, badSignature } from '../endpoint-policy/allows'
import { integrationUnread, noIntegration } from '../integration/target'
import { existsCheck } from '../method/exists'
import { lengthCheck } from '../method/length'
import { throttleCheck } from '../method/throttle'
import { bodyCheck } from '../request-validation/body'
import { parametersCheck } from '../request-validation/parameters'
import { apiPolicyCheck } from '../resource-policy/api'
import { ask } from '../resource-policy/ask'
import { domainPolicyCheck } from '../resource-policy/domain'
import { questionOf } from '../resource-policy/question'
import { add, type Walk } from '../walk'
import type { ApiCall, Next } from './next'

/** The stage's snapshot has the call: route, policies, authorization, key, throttling and validation, then the backend. */
export function apiStep(walk: Walk, { call }: Next & { step: 'api' }): Next | undefined {
  const { doc } = walk
  const { finding, found } = existsCheck(doc, call)
  const long = lengthCheck(doc, call, found !== undefined)
  if (long) add(walk, long)
  add(walk, finding)
  const method = found?.method
  const signature = signatureOf(walk, call.conn, call.entrance.region)
  const question = known(walk, call, questionOf(doc, call, signature), signature)
  entrancePolicies(walk, call, question, signature)
  if (!found || !method) {
    // The route was wrong; the policies would have been asked all the same. Of a route that is not known only a Deny is
    // certain: a signer's own policies or an authorizer may allow what the resource policy is silent on.
    const word = askApi({ ...question, authorizationType: 'NONE' })
    if (finding.verdict === 'fail' || word.decision === 'explicitDeny')
      add(walk, apiPolicyCheck(doc, call, word, signature.arn ?? 'anonymous'))
    walk.lost = true
    return undefined
  }
  const at = `${call.snapshot}${pointer(['resources', found.matched.id, 'methods', found.name])}`
  const licensed = licenceCheck(doc, call.id, call.api.endpointConfiguration.type, method)
  if (licensed) add(walk, licensed)
  if (licensed?.reason === 'assumed') walk.assumes.add('The account of the API has an ICP licence.')
  authorize(walk, call, method, question, signature)
  add(walk, validCheck(doc, call, method, at))
  add(walk, throttleCheck(doc, call, found.matched.path, found.name))
  add(walk, parametersCheck(doc, call, method, at))
  add(walk, bodyCheck(doc, call, method, at, walk.invocation.body))
  const { integration } = method
  const unread = holes(doc, call.id, `${at}/integration`).filter((gap) => covers(gap.path, `${at}/integration/uri`))
  if (unread.length > 0) add(walk, integrationUnread(doc, call, unread))
  else if (!integration) add(walk, noIntegration(doc, call))
  if (!integration || unread.length > 0) {
    walk.lost = true
    return undefined
  }
  return {
    step: 'integration',
    call,
    method,
    integration,
    pathParameters: found.matched.parameters,
    at,
    route: `${found.name} ${found.matched.path}`,
  }
}

/** Policies that nobody could read may hold anything. */
function known(walk: Walk, call: ApiCall, question: AuthorizeRequest, signature: Signature): AuthorizeRequest {
  const { doc } = walk
  const unread: AuthorizeRequest['policiesUnknown'] & string[] = []
  const account = holes(doc, doc.resources[call.id]?.account, '/accountId')
  if (account.length > 0) unread.push('resource', 'endpoint', 'domain', 'identity')
  const resource = read<{ text: string } | undefined>(doc, call.id, `${call.snapshot}/policy/text`)
  if (!resource.known) unread.push('resource')
  const { endpoint } = call.entrance
  const document = endpoint === undefined ? undefined : read<string | undefined>(doc, endpoint, '/policyDocument/text')
  if (document && !document.known) unread.push('endpoint')
  const domain = call.domain ? read<string | undefined>(doc, call.domain, '/policy/text') : undefined
  if (domain && !domain.known) unread.push('domain')
  const principal = resourceOf(doc, signature.principal, 'principal')
  const hidden = holes(
    doc,
    signature.principal,
    '/identityPolicies',
    '/permissionsBoundary',
    '/sessionPolicies',
    '/arn',
  )
  if (signature.kind === 'valid' && (!principal || hidden.length > 0)) unread.push('identity')
  return {
    ...question,
    caller: callerArn(question, signature),
    endpointPolicy: document?.known && document.value !== undefined ? resolveText(doc, document.value) : null,
    domainPolicy: domain?.known && domain.value !== undefined ? resolveText(doc, domain.value) : null,
    identityPolicies: principal?.identityPolicies.map((p) => resolveText(doc, p.text)) ?? [],
    policiesUnknown: unread,
  }
}

/** A signer of whom nothing is known is taken to be of the API's account. */
function callerArn(question: AuthorizeRequest, signature: Signature): string {
  if (signature.kind !== 'valid' && signature.kind !== 'invalid') return 'anonymous'
  if (signature.arn !== undefined) return signature.arn
  const [, partition] = question.methodArn.split(':')
  return `arn:${partition}:iam::${question.resourceAccount}:user/not-known`
}

function entrancePolicies(walk: Walk, call: ApiCall, question: AuthorizeRequest, signature: Signature): void {
  const { doc } = walk
  const who = signature.kind === 'valid' ? question.caller : 'anonymous'
  const { endpoint, hop } = call.entrance
  if (endpoint !== undefined) {
    if (signature.kind === 'invalid') add(walk, badSignature(doc, endpoint, call.api, signature), hop)
    else add(walk, allowsCheck(doc, call, endpoint, ask(askEndpoint, call, question), who), hop)
  }
  const domain = call.domain === undefined ? undefined : resourceOf(doc, call.domain, 'domainName')
  if (call.domain !== undefined && domain?.type === 'PRIVATE')
    add(walk, domainPolicyCheck(doc, call.domain, ask(askDomain, call, question)))
}

/** The method's authorization with the resource policy: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html */
function authorize(walk: Walk, call: ApiCall, method: Method, question: AuthorizeRequest, signature: Signature): void {
  const { doc, invocation } = walk
  switch (method.authorizationType) {
    case 'NONE':
      add(walk, apiPolicyCheck(doc, call, ask(askApi, call, { ...question, authorizationType: 'NONE' }), 'anonymous'))
      return
    case 'AWS_IAM': {
      const { signing } = invocation
      const words = { host: call.conn.host, region: signing?.region, service: signing?.service }
      add(walk, signedCheck(doc, call.id, call.api, signature, words))
      if (signature.kind !== 'valid') return
      const word = ask(askApi, call, { ...question, authorizationType: 'AWS_IAM' })
      const byIdentity =
        word.by === 'identity' ||
        (word.decision === 'allow' && word.decidedBy.every((d) => d.policy === 'identity')) ||
        (word.decision === 'unknown' && word.missing.every((gap) => gap === 'policy:identity'))
      add(
        walk,
        byIdentity
          ? identityCheck(doc, call, word, question.caller, signature.principal)
          : apiPolicyCheck(doc, call, word, question.caller),
      )
      return
    }
    case 'CUSTOM':
    case 'COGNITO_USER_POOLS':
      custom(walk, call, method, question)
  }
}

/** An explicit Deny comes before the function is called; what the function returns is joined to a silent policy. */
function custom(walk: Walk, call: ApiCall, method: Method, question: AuthorizeRequest): void {
  const { doc } = walk
  const name = method.authorizer ?? ''
  const rule = call.api.authorizers?.[name]
  const answer = rule && statedAnswer(rule, call)
  if (method.authorizationType === 'COGNITO_USER_POOLS') {
    const passes = answer && !answer.fails ? allowAll : undefined
    // The token is read before the resource policy is asked, which has its own word.
    const word = askApi({
      ...question,
      authorizationType: 'CUSTOM',
      resourcePolicy: openPolicy,
      authorizerPolicy: passes ?? null,
    })
    add(walk, authorizerCheck(doc, call, { name, rule, answer, word }))
    add(walk, apiPolicyCheck(doc, call, askApi({ ...question, authorizationType: 'COGNITO_USER_POOLS' }), 'anonymous'))
    return
  }
  const open = ask(askApi, call, { ...question, authorizationType: 'CUSTOM', authorizerPolicy: allowAll })
  add(walk, apiPolicyCheck(doc, call, open, 'anonymous'))
  const given = answer?.policy ? resolveText(doc, answer.policy.text) : null
  // The function's word alone: the resource policy has had its own.
  const word = askApi({
    ...question,
    authorizationType: 'CUSTOM',
    resourcePolicy: open.decision === 'allow' ? question.resourcePolicy : openPolicy,
    authorizerPolicy: given,
  })
  add(walk, authorizerCheck(doc, call, { name, rule, answer, word }))
}

const statement = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }
const allowAll = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
const openPolicy = JSON.stringify({ Version: '2012-10-17', Statement: [{ ...statement, Principal: '*' }] })
