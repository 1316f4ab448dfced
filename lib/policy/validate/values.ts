import { parseBlock } from '../address'
import { parseMoment } from '../moment'
import { type Family, operatorIgnoringCase } from '../operators'
import { type PolicyRule, place } from './rule'

const forms: Partial<Record<Family, { fits: (text: string) => boolean; wanted: string }>> = {
  ip: { fits: (text) => parseBlock(text) !== undefined, wanted: 'an address or a CIDR block such as 10.0.0.0/16' },
  date: { fits: (text) => parseMoment(text) !== undefined, wanted: 'a date such as 2030-01-31T00:00:00Z' },
  number: { fits: (text) => /^[+-]?\d+(\.\d+)?$/.test(text), wanted: 'a number' },
  bool: { fits: (text) => text === 'true' || text === 'false', wanted: 'true or false' },
  null: { fits: (text) => text === 'true' || text === 'false', wanted: 'true or false' },
}

/** A value that its operator cannot read: AWS only warns on saving, and the test then matches nothing. */
export const valueForm: PolicyRule = {
  id: 'value-form',
  find: (policy) =>
    policy.statements.flatMap(({ conditions = [] }) =>
      conditions.flatMap((condition) => {
        const form = forms[operatorIgnoringCase(condition.operator)?.family ?? 'string']
        if (!form) return []
        return condition.values
          .filter((value) => !value.text.includes('${') && !form.fits(value.text))
          .map((value) => ({
            ...place(value),
            severity: 'warning' as const,
            sentence: `${value.text} is not ${form.wanted}, so ${condition.operator} never finds it equal.`,
          }))
      }),
    ),
}
