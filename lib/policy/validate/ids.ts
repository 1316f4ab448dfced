import { nearest } from '@/lib/topology/nearest'
import { lowerKey } from '../facts'
import { type PolicyRule, place, type Remark } from './rule'

const kinds: Record<string, { pattern: RegExp; noun: string }> = {
  'aws:sourcevpc': { pattern: /^vpc-[0-9a-z]+$/, noun: 'VPC' },
  'aws:sourcevpce': { pattern: /^vpce-[0-9a-z]+$/, noun: 'VPC endpoint' },
}

/** A VPC or endpoint that nobody has, or an id of the other kind. */
export const unknownId: PolicyRule = {
  id: 'unknown-id',
  find(policy, { knownIds }) {
    return policy.statements.flatMap(({ conditions = [] }) =>
      conditions.flatMap(({ key, values }) => {
        const kind = kinds[lowerKey(key)]
        if (!kind) return []
        return values.flatMap((value): Omit<Remark, 'rule'>[] => {
          const { text } = value
          if (/[*?${}<>]/.test(text)) return []
          if (!kind.pattern.test(text))
            return [{ ...place(value), severity: 'warning', sentence: `${text} is no id of a ${kind.noun}.` }]
          if (!knownIds || knownIds.has(text)) return []
          const meant = nearest(
            text,
            [...knownIds].filter((id) => kind.pattern.test(id)),
          )
          const sentence = `No ${kind.noun} here has the id ${text}.`
          return [
            {
              ...place(value),
              severity: 'info',
              sentence,
              ...(meant === undefined ? {} : { suggestion: meant }),
            },
          ]
        })
      }),
    )
  },
}
