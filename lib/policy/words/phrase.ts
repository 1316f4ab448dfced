import { type Family, operatorIgnoringCase } from '../operators'
import type { Requirement } from './clause'

/** How a call is spoken of by a key, after "calls …" or "the call comes …": [is one of, is none of]. */
const spoken: Record<string, readonly [string, string]> = {
  'aws:sourcevpc': ['from', 'from any VPC but'],
  'aws:sourcevpce': ['through', 'through any endpoint but'],
  'aws:vpcsourceip': ['from an address in', 'from an address outside'],
  'aws:sourceip': ['from a public address in', 'from a public address outside'],
  'aws:principalorgid': ['signed by a member of organisation', 'not signed by a member of organisation'],
  'aws:principalaccount': ['signed by account', 'not signed by account'],
  'aws:principalarn': ['signed by', 'not signed by'],
}

const relations: Record<Family, readonly [string, string]> = {
  string: ['equal to', 'other than'],
  stringIgnoreCase: ['equal, whatever the case of letters, to', 'other, whatever the case of letters, than'],
  like: ['like', 'unlike'],
  number: ['equal to', 'other than'],
  date: ['at', 'not at'],
  bool: ['equal to', 'other than'],
  binary: ['equal to', 'other than'],
  ip: ['in', 'outside'],
  arn: ['like', 'unlike'],
  null: ['', ''],
}

const orders = { '=': '', '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least' } as const
const moments = { '=': '', '<': 'before', '<=': 'until', '>': 'after', '>=': 'from' } as const

/** One requirement, as what is said of a call; of many calls its values are joined by `and`. */
export function phrase(requirement: Requirement, word: 'and' | 'or' = 'or'): string {
  const { key, negated, set, presence, ifExists } = requirement
  const operator = operatorIgnoringCase(requirement.operator)
  if (presence) return negated ? `without ${key}` : `with some ${key}`
  if (!operator) return `with ${key}`
  const side = negated ? 1 : 0
  const values = joined(requirement.values, word)
  const absent = ifExists ? `, or without ${key}` : ''
  if (set) {
    const which = set === 'ForAllValues' ? 'every value of' : 'some value of'
    return `with ${which} ${key} ${relations[operator.family][side]} ${values}${absent}`
  }
  const { family, order = '=' } = operator
  if (key.toLowerCase() === 'aws:securetransport' && family === 'bool')
    return requirement.values.includes('true') !== negated ? 'over TLS' : 'without TLS'
  if (key.toLowerCase() === 'aws:currenttime' && family === 'date' && order !== '=')
    return `${negated ? 'not ' : ''}${moments[order]} ${values}${absent}`
  const known = spoken[key.toLowerCase()]
  if (known && order === '=' && family !== 'stringIgnoreCase') return `${known[side]} ${values}${absent}`
  const relation = order === '=' ? relations[family][side] : `${negated ? 'not ' : ''}${orders[order]}`
  return `with ${key} ${relation} ${values}${absent}`
}

export function joined(items: readonly string[], word: 'and' | 'or'): string {
  if (items.length === 0) return 'nothing'
  const shown = items.length > 6 ? [...items.slice(0, 5), `${items.length - 5} more`] : items
  const last = shown[shown.length - 1] ?? ''
  return shown.length === 1 ? last : `${shown.slice(0, -1).join(', ')} ${word} ${last}`
}
