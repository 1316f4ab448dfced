import { anonymous, type Caller, callerOf } from './caller'
import type { AuthorizeRequest, PolicyName, PolicySource } from './decide'
import { type Facts, factsOf, withArn, withCaller } from './facts'

/** The call as a policy sees it that knows no caller. */
export function baseFacts(request: AuthorizeRequest): Facts {
  const { methodArn, context, contextUnknown } = request
  return factsOf({ arn: methodArn, caller: anonymous, context, ...(contextUnknown ? { contextUnknown } : {}) })
}

/** The signer, when the call is signed; any other Authorization header makes an anonymous caller. */
export function signerOf(request: AuthorizeRequest): Caller {
  return (request.authorizationHeader ?? 'sigv4') === 'sigv4' ? callerOf(request.caller) : anonymous
}

/**
 * The call as one policy of the request sees it. The endpoint policy counts the signer whatever the method asks for; the
 * API's own policies count it only where the method authorizes by IAM.
 */
export function factsFor(request: AuthorizeRequest, policy: PolicyName, base: Facts = baseFacts(request)): Facts {
  const counts = policy === 'endpoint' || request.authorizationType === 'AWS_IAM'
  const facts = counts ? withCaller(base, signerOf(request)) : base
  return policy === 'domain' && request.domainArn !== undefined ? withArn(facts, request.domainArn) : facts
}

export function documentsOf(request: AuthorizeRequest, name: PolicyName): readonly PolicySource[] {
  if (name === 'identity') return request.identityPolicies ?? []
  const source = request[`${name}Policy`]
  return source === null || source === undefined ? [] : [source]
}

export const isUnread = (request: AuthorizeRequest, name: PolicyName): boolean =>
  request.policiesUnknown?.includes(name) ?? false

export const isAbsent = (request: AuthorizeRequest, name: PolicyName): boolean =>
  !isUnread(request, name) && documentsOf(request, name).length === 0

export const isPrivate = (request: AuthorizeRequest): boolean => (request.endpointType ?? 'PRIVATE') === 'PRIVATE'

/** The policies that take part, in the order in which they are asked. */
export function policiesOf(request: AuthorizeRequest): PolicyName[] {
  return [
    ...(isPrivate(request) ? (['endpoint'] as const) : []),
    ...(request.domainArn === undefined ? [] : (['domain'] as const)),
    ...apiPolicies(request),
  ]
}

export function apiPolicies(request: AuthorizeRequest): PolicyName[] {
  if (request.authorizationType === 'AWS_IAM') return ['resource', 'identity']
  return request.authorizationType === 'CUSTOM' ? ['resource', 'authorizer'] : ['resource']
}
