import { withArn } from '../facts'
import type { Gate } from '../gate'
import { factsOfPolicy, isAbsent, type Question } from '../question'
import { MAYBE, NO } from '../tri'
import { alone, side } from './stage'

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-endpoint-policies.html */
export function endpointGates(question: Question, gates: Gate[]): void {
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
