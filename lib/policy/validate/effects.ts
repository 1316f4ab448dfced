import { compileAction } from '../action'
import { NO } from '../tri'
import { type PolicyRule, place, whole } from './rule'

/** A Deny alone allows nobody: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html */
export const denyWithoutAllow: PolicyRule = {
  id: 'deny-without-allow',
  find(policy) {
    if (policy.problems.length > 0 || policy.kind === 'identity' || policy.kind === 'authorizer') return []
    if (policy.statements.some((s) => s.effect === 'Allow' && compileAction(s.action).value !== NO)) return []
    const tail = policy.kind === 'resource' ? ', unless a Lambda authorizer or an IAM policy allows it' : ''
    const sentence = `No statement allows execute-api:Invoke, so every call is denied${tail}.`
    return [{ ...whole(policy), severity: 'warning', sentence }]
  },
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html */
export const notPrincipalAllow: PolicyRule = {
  id: 'not-principal-allow',
  find: (policy) =>
    policy.statements.flatMap(({ effect, principal }) =>
      effect === 'Allow' && principal?.not
        ? [
            {
              ...place(principal),
              severity: 'warning',
              sentence: 'AWS does not support NotPrincipal beside Effect Allow.',
            },
          ]
        : [],
    ),
}
