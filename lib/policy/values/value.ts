import { parseMoment } from '../moment'
import type { Operator } from '../operators'
import { compilePattern, type Language, maybe, type Pattern } from '../pattern'
import { YES } from '../tri'
import { arnPattern } from './arn'
import { blockPattern } from './block'
import { ignoringCase } from './ignoringCase'
import { ordered, parseNumber } from './ordered'
import { truthPattern } from './truth'

/** Compiles one value of a policy for one operator, its negation left aside. */
export function compileValue(text: string, operator: Operator, language: Language, effect: 'Allow' | 'Deny'): Pattern {
  const exact: Language = { variables: language.variables, wildcards: false }
  const { family } = operator
  if (text === '') return { match: (_, __, note) => maybe('rule:empty-string-value', note) }
  switch (family) {
    case 'string':
      return compilePattern(text, exact)
    case 'stringIgnoreCase':
      return ignoringCase(text, exact)
    case 'like':
      return compilePattern(text, { ...language, wildcards: true })
    case 'arn':
      return arnPattern(text, language)
  }
  // No page describes a variable here: for Bool two pages contradict each other.
  if (language.variables && text.includes('${'))
    return { match: (_, __, note) => maybe('rule:variable-for-operator', note) }
  switch (family) {
    case 'number':
      return ordered(parseNumber(text), parseNumber, operator.order ?? '=')
    case 'date':
      return ordered(parseMoment(text), parseMoment, operator.order ?? '=')
    case 'bool':
      return truthPattern(text)
    case 'ip':
      return blockPattern(text, !operator.negated && effect === 'Allow')
    case 'binary':
    case 'null':
      return { match: (value, _, note) => (value === text ? YES : maybe('rule:binary-form', note)) }
  }
}
