import { lowerKey } from '../facts'
import { operatorIgnoringCase } from '../operators'
import { type PolicyRule, place, type Remark } from './rule'

/** Global keys that hold an id made by AWS: an endpoint policy compares them whole. */
const exactKeys = new Set(
  ['aws:SourceVpc', 'aws:SourceVpce', 'aws:PrincipalAccount', 'aws:ResourceAccount', 'aws:PrincipalOrgID'].map(
    lowerKey,
  ),
)
const besideWildcard = 6

/** https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
export const endpointLimits: PolicyRule = {
  id: 'endpoint-limits',
  find(policy) {
    if (policy.kind !== 'endpoint') return []
    return policy.statements.flatMap(({ conditions = [] }) =>
      conditions.flatMap((condition): Omit<Remark, 'rule'>[] => {
        const family = operatorIgnoringCase(condition.operator)?.family
        const exact = exactKeys.has(lowerKey(condition.key))
        const at = { ...place(condition), severity: 'warning' as const }
        if (exact && family === 'number')
          return [{ ...at, sentence: `An endpoint policy compares ${condition.key} with no numeric operator.` }]
        if (family !== 'like') return []
        return condition.values.flatMap((value) => {
          const remark = { ...place(value), severity: 'warning' as const }
          if (!/[*?]/.test(value.text)) return []
          if (exact) return [{ ...remark, sentence: `An endpoint policy takes no wildcard for ${condition.key}.` }]
          if (lonely(value.text))
            return [
              { ...remark, sentence: `Beside a wildcard an endpoint policy wants six characters: ${value.text}.` },
            ]
          return []
        })
      }),
    )
  },
}

/** Whether some wildcard has neither before nor after it enough characters in a row. */
function lonely(text: string): boolean {
  const parts = text.split(/[*?]/)
  return parts.slice(1).some((after, i) => Math.max(after.length, parts[i]?.length ?? 0) < besideWildcard)
}
