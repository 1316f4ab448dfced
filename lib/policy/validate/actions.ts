import { nearest } from '@/lib/topology/nearest'
import { type PolicyRule, place } from './rule'

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_apigatewaymanagementapi.html (execute-api) */
const actions = ['execute-api:Invoke', 'execute-api:InvalidateCache', 'execute-api:ManageConnections']

export const unknownAction: PolicyRule = {
  id: 'unknown-action',
  find: (policy) =>
    policy.statements.flatMap(({ action }) =>
      action.values.flatMap((value) => {
        const text = value.text.toLowerCase()
        if (/[*?]/.test(text) || actions.some((known) => known.toLowerCase() === text)) return []
        const meant = nearest(value.text, actions)
        if (!text.startsWith('execute-api:') && meant === undefined) return []
        return [
          {
            ...place(value),
            severity: 'warning',
            sentence: `execute-api has no action ${value.text}: no call is ever about it.`,
            ...(meant === undefined ? {} : { suggestion: meant }),
          },
        ]
      }),
    ),
}
