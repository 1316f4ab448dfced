import type { Authorization, AuthorizeRequest, InvalidAt, PolicyName } from './decide'
import { type Facts, withArn, withCaller } from './facts'
import { decideGates, type Gate } from './gate'
import type { Policy } from './policy'
import { apiPolicies, factsOfPolicy, isAbsent, isUnread, policiesOf, type Question, questionOf } from './question'
import { askSide, invalidOf, mergeSides, type Side, unread } from './side'
import { both, either, MAYBE, NO, type Tri, YES } from './tri'

/** Adds the gates of one stage. */
type AddGates = (question: Question, gates: Gate[]) => void

/** Everything that policies say to one call for `execute-api:Invoke`, in AWS's order. */
export function authorize(request: AuthorizeRequest): Authorization {
  const question = questionOf(request)
  const invalid = invalidIn(question, policiesOf(question))
  if (invalid.length > 0) return refused(invalid)
  const gates: Gate[] = []
  endpointGates(question, gates)
  domainGates(question, gates)
  apiGates(question, gates)
  return decideGates(gates)
}

/** The endpoint policy alone: it is evaluated first, for the caller whom the Authorization header shows. */
export function askEndpoint(request: AuthorizeRequest): Authorization {
  return ask(request, () => ['endpoint'], endpointGates)
}

/** The policy of a private custom domain name alone. */
export function askDomain(request: AuthorizeRequest): Authorization {
  return ask(request, () => ['domain'], domainGates)
}

/** The method's authorization: the resource policy with what AWS's tables join to it. */
export function askApi(request: AuthorizeRequest): Authorization {
  return ask(request, apiPolicies, apiGates)
}

function ask(
  request: AuthorizeRequest,
  policies: (question: Question) => readonly PolicyName[],
  add: AddGates,
): Authorization {
  const question = questionOf(request)
  const invalid = invalidIn(question, policies(question))
  if (invalid.length > 0) return refused(invalid)
  const gates: Gate[] = []
  add(question, gates)
  return decideGates(gates)
}

/** One policy alone: `all(any(allows), not(any(denies)))`. */
export function askPolicy(policy: Policy, facts: Facts): Authorization {
  const invalid = invalidOf(policy.kind, [policy])
  return invalid.length > 0 ? refused(invalid) : decideGates([alone(askSide(policy.kind, [policy], facts))])
}

const refused = (invalid: readonly InvalidAt[]): Authorization => ({
  ...{ decision: 'invalid', possible: [], decidedBy: [], mayDecide: [], missing: [], invalid: [...invalid] },
})

const nothing: readonly InvalidAt[] = []

function invalidIn(question: Question, names: readonly PolicyName[]): readonly InvalidAt[] {
  let found = nothing
  for (const name of names) {
    const documents = question.documents[name]
    if (documents.some((policy) => policy.problems.length > 0)) found = found.concat(invalidOf(name, documents))
  }
  return found
}

function side(question: Question, name: PolicyName, facts = factsOfPolicy(question, name)): Side {
  return isUnread(question, name) ? unread(name) : askSide(name, question.documents[name], facts)
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-endpoint-policies.html */
function endpointGates(question: Question, gates: Gate[]): void {
  const { request, isPrivate } = question
  // An endpoint made without a policy has the one that allows everything.
  if (!isPrivate || isAbsent(question, 'endpoint')) return
  const facts = factsOfPolicy(question, 'endpoint')
  const api = alone(side(question, 'endpoint', facts))
  if (request.domainArn === undefined) {
    gates.push(api)
    return
  }
  // Example 5 of that page allows both the domain name and the API, and denies parts of the API. What happens when only
  // one of the two is allowed is not said.
  const domain = alone(side(question, 'endpoint', withArn(facts, request.domainArn)))
  const only = (domain.allow === NO) !== (api.allow === NO)
  for (const gate of [domain, api])
    gates.push(only && gate.allow === NO ? { ...gate, allow: MAYBE, rule: 'rule:endpoint-policy-domain' } : gate)
}

function domainGates(question: Question, gates: Gate[]): void {
  if (question.request.domainArn === undefined) return
  // The console starts with a policy that denies everything; what holds without one is not said
  // (…/apigateway/latest/developerguide/apigateway-private-custom-domains-tutorial.html).
  if (isAbsent(question, 'domain')) {
    gates.push(alone(unread('domain', ['rule:no-domain-policy'])))
    return
  }
  const facts = withArn(question.facts, question.request.domainArn)
  const asked = side(question, 'domain', facts)
  const signed = side(question, 'domain', withCaller(facts, question.signer))
  gates.push(alone(mergeSides(asked, signed, 'rule:domain-policy-caller')))
}

/** A policy that decides alone: it denies, or allows, or is silent. */
function alone(asked: Side): Gate {
  const { deny, denies, allows, policy } = asked
  return { deny, denies, allow: either(asked.direct, asked.account), allows, sides: [asked], silent: policy }
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html */
function apiGates(question: Question, gates: Gate[]): void {
  const { authorizationType } = question.request
  if (authorizationType === 'AWS_IAM') iamGates(question, gates)
  else if (authorizationType === 'CUSTOM') customGates(question, gates)
  else noneGates(question, gates)
}

/** The resource policy alone. Without one a private API answers nobody, another API everybody. */
function noneGates(question: Question, gates: Gate[]): void {
  const { request, isPrivate } = question
  if (!isAbsent(question, 'resource')) {
    const gate = alone(side(question, 'resource'))
    gates.push(request.authorizationType === 'COGNITO_USER_POOLS' ? orSilent(gate) : gate)
  } else if (isPrivate) gates.push(closed('resource'))
}

const closed = (silent: Gate['silent']): Gate => ({
  ...{ deny: NO, allow: NO, denies: [], allows: [], sides: [], silent },
})

/** With a user pool the flow text wants an explicit Allow, and Table A lets a silent policy pass: AWS contradicts itself. */
const orSilent = (gate: Gate): Gate =>
  gate.allow !== YES ? { ...gate, allow: MAYBE, rule: 'rule:cognito-silent' } : gate

/** Two phases: an explicit Deny before the function is called; then its policy and the resource policy by Table A. */
function customGates(question: Question, gates: Gate[]): void {
  const resource = side(question, 'resource')
  const authorizer = isAbsent(question, 'authorizer') ? unread('authorizer') : side(question, 'authorizer')
  const before: Gate = { ...alone(resource), allow: YES, allows: [] }
  const joined = tableA(resource, authorizer, question)
  gates.push(before, { ...joined, deny: authorizer.deny, denies: authorizer.denies })
}

function iamGates(question: Question, gates: Gate[]): void {
  const { request, signer } = question
  // Refused before any policy of the API is asked: Missing Authentication Token.
  if (signer.arn === undefined) {
    gates.push(closed('authentication'))
    return
  }
  const resource = side(question, 'resource')
  const identity = side(question, 'identity')
  const same = signer.account === request.resourceAccount
  gates.push(same ? tableA(resource, identity, question) : tableB(resource, identity))
}

/**
 * Table A, the caller in the API's account: one Allow of either is enough. A statement that names only the account
 * leaves the Allow to the account's identity policies.
 */
function tableA(resource: Side, other: Side, question: Question): Gate {
  const shut = question.isPrivate && isAbsent(question, 'resource')
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
