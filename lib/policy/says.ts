import type { Caller } from './caller'
import { operatorIgnoringCase } from './operators'
import type { ConditionAt, Named, PrincipalAt, TextAt } from './policy'
import { MAYBE, type Tri, YES } from './tri'

/** The sentences of a statement's explanation. */
export function whoSays(principal: Named<PrincipalAt>, caller: Caller, value: Tri): string {
  const who = caller.arn ?? 'An anonymous caller'
  const names = list(principal.values.map((v) => v.text))
  if (value === MAYBE) return `Whether ${names} covers ${who} has no documented answer.`
  if (principal.not)
    return value === YES ? `${who} is not among ${names}.` : `${who} is listed, so the statement spares it.`
  if (value === YES)
    return principal.values.some((v) => v.type === 'everyone') ? 'It names everyone.' : `It names ${who}.`
  return caller.arn === undefined
    ? `It names ${names}; the call is not signed, so its caller is anonymous.`
    : `It names ${names}, not ${who}.`
}

export function resourceSays(resource: Named<TextAt>, arn: string, value: Tri): string {
  const names = list(resource.values.map((v) => v.text))
  if (value === MAYBE) return `Whether ${names} covers ${arn} is not known.`
  if (resource.not)
    return value === YES ? `${arn} is not among ${names}.` : `${arn} is among ${names}, which are left out.`
  return value === YES ? `It covers ${arn}.` : `${names} does not cover ${arn}.`
}

export function conditionSays(
  condition: ConditionAt,
  value: Tri,
  actual: readonly string[] | 'not known' | undefined,
): string {
  const { key, operator } = condition
  const wanted = list(condition.values.map((v) => v.text))
  const holds = value === YES ? 'holds' : value === MAYBE ? 'may hold' : 'fails'
  if (actual === 'not known') return `${key} is not known, so whether ${operator} ${wanted} holds is not known.`
  if (actual === undefined)
    return `The call has no ${key}, so ${operator} ${wanted} ${holds}.${negationNote(operator, value)}`
  return `${key} is ${list(actual)}: ${operator} ${wanted} ${holds}.`
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
function negationNote(operator: string, value: Tri): string {
  return value === YES && operatorIgnoringCase(operator)?.negated
    ? ' A negated operator holds when its key is absent.'
    : ''
}

export function list(items: readonly string[]): string {
  if (items.length === 0) return 'nothing'
  if (items.length > 6) return `${items.slice(0, 5).join(', ')} and ${items.length - 5} more`
  const last = items[items.length - 1] ?? ''
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} or ${last}`
}
