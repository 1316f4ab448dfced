import type { Authorization, AuthorizeRequest, InvalidAt, PolicyName } from './decide'
import type { Facts } from './facts'
import { decideGates, type Gate } from './gate'
import type { Policy } from './policy'
import { apiPolicies, policiesOf, type Question, questionOf } from './question'
import { askSide, invalidOf } from './side'
import { apiGates } from './stages/api'
import { domainGates } from './stages/domain'
import { endpointGates } from './stages/endpoint'
import { type AddGates, alone } from './stages/stage'

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
