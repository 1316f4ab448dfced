import type { Gate } from '../gate'
import { isAbsent, type Question } from '../question'
import { unread } from '../side'
import { MAYBE, NO, YES } from '../tri'
import { despiteLimit, limited, limitRule } from './limits'
import { alone, side } from './stage'
import { tableA, tableB } from './tables'

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html */
export function apiGates(question: Question, gates: Gate[]): void {
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
  const { identity, limit } = limited(question, side(question, 'identity'))
  const named = side(question, 'resource')
  const resource = despiteLimit(named, limit)
  const same = signer.account === request.resourceAccount
  const gate = same ? tableA(resource, identity, question) : tableB(resource, identity)
  gates.push(resource === named ? gate : { ...gate, rule: limitRule })
}
