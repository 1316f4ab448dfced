import type { Policy, TextAt } from '../policy'

/** Every value of a policy that is text. */
export const textsOf = (policy: Policy): TextAt[] =>
  policy.statements.flatMap(({ principal, action, resource, conditions = [] }) => [
    ...(principal?.values ?? []),
    ...action.values,
    ...resource.values,
    ...conditions.flatMap((condition) => condition.values),
  ])
