import { withArn, withCaller } from '../facts'
import type { Gate } from '../gate'
import { isAbsent, type Question } from '../question'
import { mergeSides, unread } from '../side'
import { alone, side } from './stage'

/** The policy of a private custom domain name, asked before the API's own. */
export function domainGates(question: Question, gates: Gate[]): void {
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
