import { anonymous, type Caller, callerOf } from './caller'
import type { AuthorizeRequest, PolicyName, PolicySource } from './decide'
import { type Facts, factsOf, withArn, withCaller } from './facts'
import { parsePolicy } from './parse'
import type { Policy, PolicyKind } from './policy'

/** A request with its policies parsed, and the call as a policy sees it that knows no caller. */
export interface Question {
  request: AuthorizeRequest
  isPrivate: boolean
  /** The signer, when the call is signed; any other Authorization header makes an anonymous caller. */
  signer: Caller
  facts: Facts
  documents: Readonly<Record<PolicyName, readonly Policy[]>>
}

const none: readonly Policy[] = []

export function questionOf(request: AuthorizeRequest): Question {
  const { methodArn, context, contextUnknown } = request
  return {
    request,
    isPrivate: (request.endpointType ?? 'PRIVATE') === 'PRIVATE',
    signer: (request.authorizationHeader ?? 'sigv4') === 'sigv4' ? callerOf(request.caller) : anonymous,
    facts: factsOf(methodArn, anonymous, context, contextUnknown),
    documents: {
      endpoint: one('endpoint', request.endpointPolicy),
      domain: one('domain', request.domainPolicy),
      resource: one('resource', request.resourcePolicy),
      authorizer: one('authorizer', request.authorizerPolicy),
      identity: several(request.identityPolicies),
      boundary: one('identity', request.permissionsBoundary),
      session: several(request.sessionPolicies),
    },
  }
}

const parsedOf = (kind: PolicyKind, source: PolicySource): Policy =>
  typeof source === 'string' ? parsePolicy(kind, source) : source

const one = (kind: PolicyKind, source: PolicySource | null | undefined): readonly Policy[] =>
  source === null || source === undefined ? none : [parsedOf(kind, source)]

const several = (sources: readonly PolicySource[] | undefined): readonly Policy[] =>
  sources === undefined || sources.length === 0 ? none : sources.map((source) => parsedOf('identity', source))

/**
 * The call as one policy sees it. The endpoint policy counts the signer whatever the method asks for; the API's own
 * policies count it only where the method authorizes by IAM.
 */
export function factsOfPolicy(question: Question, policy: PolicyName): Facts {
  const { request, facts, signer } = question
  const counts = policy === 'endpoint' || request.authorizationType === 'AWS_IAM'
  const seen = counts ? withCaller(facts, signer) : facts
  return policy === 'domain' && request.domainArn !== undefined ? withArn(seen, request.domainArn) : seen
}

export const isUnread = (question: Question, name: PolicyName): boolean =>
  question.request.policiesUnknown?.includes(name) ?? false

export const isAbsent = (question: Question, name: PolicyName): boolean =>
  question.documents[name].length === 0 && !isUnread(question, name)

const joined = {
  NONE: ['resource'],
  COGNITO_USER_POOLS: ['resource'],
  CUSTOM: ['resource', 'authorizer'],
  AWS_IAM: ['resource', 'identity', 'boundary', 'session'],
} as const satisfies Record<AuthorizeRequest['authorizationType'], readonly PolicyName[]>

/** The policies that take part in the method's authorization. */
export const apiPolicies = (question: Question): readonly PolicyName[] => joined[question.request.authorizationType]

const joinedBehindEndpoint = {
  NONE: ['endpoint', 'resource'],
  COGNITO_USER_POOLS: ['endpoint', 'resource'],
  CUSTOM: ['endpoint', 'resource', 'authorizer'],
  AWS_IAM: ['endpoint', 'resource', 'identity', 'boundary', 'session'],
} as const satisfies Record<AuthorizeRequest['authorizationType'], readonly PolicyName[]>

/** All policies that take part, in the order in which they are asked. */
export function policiesOf(question: Question): readonly PolicyName[] {
  const { request, isPrivate } = question
  const names: readonly PolicyName[] = (isPrivate ? joinedBehindEndpoint : joined)[request.authorizationType]
  if (request.domainArn === undefined) return names
  return names.flatMap((name): PolicyName[] => (name === 'resource' ? ['domain', 'resource'] : [name]))
}
