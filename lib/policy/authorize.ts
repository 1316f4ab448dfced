import type { Authorization, AuthorizeRequest, InvalidAt, PolicyName } from './decide'
import { type Facts, withArn, withCaller } from './facts'
import { decideGates, type Gate } from './gate'
import type { Policy } from './policy'
import {
  apiPolicies,
  baseFacts,
  documentsOf,
  factsFor,
  isAbsent,
  isPrivate,
  isUnread,
  policiesOf,
  signerOf,
} from './question'
import { askSide, invalidOf, mergeSides, type Side, unread } from './side'
import { both, either, MAYBE, NO, type Tri, YES } from './tri'

/** Everything that policies say to one call for `execute-api:Invoke`, in AWS's order. */
export function authorize(request: AuthorizeRequest): Authorization {
  const invalid = invalidIn(request, policiesOf(request))
  if (invalid.length > 0) return refused(invalid)
  const facts = baseFacts(request)
  return decideGates([...endpointGates(request, facts), ...domainGates(request, facts), ...apiGates(request, facts)])
}

/** The endpoint policy alone: it is evaluated first, for the caller whom the Authorization header shows. */
export function askEndpoint(request: AuthorizeRequest): Authorization {
  return ask(request, ['endpoint'], endpointGates)
}

/** The policy of a private custom domain name alone. */
export function askDomain(request: AuthorizeRequest): Authorization {
  return ask(request, ['domain'], domainGates)
}

/** The method's authorization: the resource policy with what AWS's tables join to it. */
export function askApi(request: AuthorizeRequest): Authorization {
  return ask(request, apiPolicies(request), apiGates)
}

function ask(
  request: AuthorizeRequest,
  policies: readonly PolicyName[],
  gates: (request: AuthorizeRequest, facts: Facts) => Gate[],
): Authorization {
  const invalid = invalidIn(request, policies)
  return invalid.length > 0 ? refused(invalid) : decideGates(gates(request, baseFacts(request)))
}

const refused = (invalid: InvalidAt[]): Authorization => ({
  ...{ decision: 'invalid', possible: [], decidedBy: [], mayDecide: [], missing: [], invalid },
})

function invalidIn(request: AuthorizeRequest, names: readonly PolicyName[]): InvalidAt[] {
  const found: InvalidAt[] = []
  for (const name of names) {
    const problems = invalidOf(name, documentsOf(request, name))
    if (problems.length > 0) found.push(...problems)
  }
  return found
}

function side(request: AuthorizeRequest, name: PolicyName, facts: Facts): Side {
  return isUnread(request, name) ? unread(name) : askSide(name, documentsOf(request, name), facts)
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-endpoint-policies.html */
function endpointGates(request: AuthorizeRequest, base: Facts): Gate[] {
  // An endpoint made without a policy has the one that allows everything.
  if (!isPrivate(request) || isAbsent(request, 'endpoint')) return []
  const facts = factsFor(request, 'endpoint', base)
  const asked = side(request, 'endpoint', facts)
  const api = alone(asked)
  if (request.domainArn === undefined) return [api]
  // Example 5 of that page allows both the domain name and the API, and denies parts of the API. What happens when only
  // one of the two is allowed is not said.
  const domain = alone(side(request, 'endpoint', withArn(facts, request.domainArn)))
  if ((domain.allow === NO) === (api.allow === NO)) return [domain, api]
  return [domain, api].map((gate) =>
    gate.allow === NO ? { ...gate, allow: MAYBE, rule: 'rule:endpoint-policy-domain' } : gate,
  )
}

function domainGates(request: AuthorizeRequest, base: Facts): Gate[] {
  if (request.domainArn === undefined) return []
  // The console starts with a policy that denies everything; what holds without one is not said
  // (…/apigateway/latest/developerguide/apigateway-private-custom-domains-tutorial.html).
  if (isAbsent(request, 'domain')) return [alone(unread('domain', ['rule:no-domain-policy']))]
  const facts = withArn(base, request.domainArn)
  const asked = side(request, 'domain', facts)
  const signed = side(request, 'domain', withCaller(facts, signerOf(request)))
  return [alone(mergeSides(asked, signed, 'rule:domain-policy-caller'))]
}

/** A policy that decides alone: it denies, or allows, or is silent. */
function alone(asked: Side): Gate {
  const { deny, denies, allows, policy } = asked
  return { deny, denies, allow: either(asked.direct, asked.account), allows, sides: [asked], silent: policy }
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html */
function apiGates(request: AuthorizeRequest, base: Facts): Gate[] {
  switch (request.authorizationType) {
    case 'NONE':
      return noneGates(request, base)
    case 'COGNITO_USER_POOLS':
      return noneGates(request, base).map(orSilent)
    case 'CUSTOM':
      return customGates(request, base)
    case 'AWS_IAM':
      return iamGates(request, base)
  }
}

/** The resource policy alone. Without one a private API answers nobody, another API everybody. */
function noneGates(request: AuthorizeRequest, base: Facts): Gate[] {
  if (isAbsent(request, 'resource')) return isPrivate(request) ? [closed('resource')] : []
  return [alone(side(request, 'resource', base))]
}

const closed = (silent: Gate['silent']): Gate => ({
  ...{ deny: NO, allow: NO, denies: [], allows: [], sides: [], silent },
})

/** With a user pool the flow text wants an explicit Allow, and Table A lets a silent policy pass: AWS contradicts itself. */
const orSilent = (gate: Gate): Gate =>
  gate.sides.length > 0 && gate.allow !== YES ? { ...gate, allow: MAYBE, rule: 'rule:cognito-silent' } : gate

/** Two phases: an explicit Deny before the function is called; then its policy and the resource policy by Table A. */
function customGates(request: AuthorizeRequest, base: Facts): Gate[] {
  const resource = side(request, 'resource', base)
  const authorizer = isAbsent(request, 'authorizer') ? unread('authorizer') : side(request, 'authorizer', base)
  const before: Gate = { ...alone(resource), allow: YES, allows: [] }
  const joined = tableA(resource, authorizer, request)
  return [before, { ...joined, deny: authorizer.deny, denies: authorizer.denies }]
}

function iamGates(request: AuthorizeRequest, base: Facts): Gate[] {
  const caller = signerOf(request)
  // Refused before any policy of the API is asked: Missing Authentication Token.
  if (caller.arn === undefined) return [closed('authentication')]
  const facts = withCaller(base, caller)
  const resource = side(request, 'resource', facts)
  const identity = side(request, 'identity', facts)
  return [caller.account === request.resourceAccount ? tableA(resource, identity, request) : tableB(resource, identity)]
}

/**
 * Table A, the caller in the API's account: one Allow of either is enough. A statement that names only the account
 * leaves the Allow to the account's identity policies.
 */
function tableA(resource: Side, other: Side, request: AuthorizeRequest): Gate {
  const shut = isPrivate(request) && isAbsent(request, 'resource')
  return {
    deny: either(resource.deny, other.deny),
    denies: [...resource.denies, ...other.denies],
    allow: shut ? NO : either(resource.direct, either(other.direct, other.account)),
    allows: [...resource.allows.map((hit) => (hit.byAccount ? { ...hit, delegates: true } : hit)), ...other.allows],
    sides: [resource, other],
    silent: shut ? 'resource' : other.policy,
  }
}

/** Table B, the caller in another account: both must allow. */
function tableB(resource: Side, identity: Side): Gate {
  const allowed: Tri = either(resource.direct, resource.account)
  return {
    deny: either(resource.deny, identity.deny),
    denies: [...resource.denies, ...identity.denies],
    allow: both(allowed, either(identity.direct, identity.account)),
    allows: [...resource.allows, ...identity.allows],
    sides: [resource, identity],
    silent: allowed === YES ? 'identity' : 'resource',
  }
}

/** One policy alone: `all(any(allows), not(any(denies)))`. */
export function askPolicy(policy: Policy, facts: Facts): Authorization {
  const invalid = invalidOf(policy.kind, [policy])
  return invalid.length > 0 ? refused(invalid) : decideGates([alone(askSide(policy.kind, [policy], facts))])
}
