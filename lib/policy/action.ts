import { compileGlob } from './glob'
import type { Notes } from './pattern'
import type { Named, TextAt } from './policy'
import { either, MAYBE, NO, opposite, type Tri, YES } from './tri'
import { piecesOf } from './variables'

/** The one action that a call needs. */
export const invoke = 'execute-api:Invoke'

/** How an Action stands to the call; it hangs on nothing else, so it is known when the policy is compiled. */
export function compileAction(action: Named<TextAt>): { value: Tri; reason?: string } {
  if (action.values.length === 0) return { value: MAYBE, reason: 'rule:empty-list' }
  const value = action.values.map((v) => actionMatches(v.text)).reduce(either, NO)
  return value === MAYBE
    ? { value, reason: 'rule:wildcard-in-service' }
    : { value: action.not ? opposite(value) : value }
}

/** Actions have no case; a wildcard before the colon is not described. */
export function actionMatches(text: string): Tri {
  if (/^\*+$/.test(text)) return YES
  const glob = compileGlob(
    piecesOf(text.toLowerCase(), { variables: false, wildcards: true }).filter((p) => typeof p !== 'object'),
  )
  if (!glob(invoke.toLowerCase())) return NO
  return /[*?]/.test(text.split(':')[0] ?? '') ? MAYBE : YES
}

export const noteAction = (action: { reason?: string }, note: Notes | undefined): void => {
  if (action.reason !== undefined) note?.add(action.reason)
}
