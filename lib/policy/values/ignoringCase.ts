import type { Facts } from '../facts'
import { type Language, maybe, type Pattern, patternOf } from '../pattern'
import { NO } from '../tri'
import { isGlob, piecesOf } from '../variables'

/** No page says which folding holds beyond ASCII. */
export function ignoringCase(text: string, language: Language): Pattern {
  const pieces = piecesOf(text, language)
  const ascii = patternOf(
    pieces.map((p) => (typeof p === 'string' ? asciiLower(p) : p)),
    false,
  )
  const any = patternOf(
    pieces.map((p) => (typeof p === 'string' ? p.toLowerCase() : p)),
    false,
  )
  const folded = (facts: Facts, lower: (text: string) => string): Facts =>
    isGlob(pieces) ? facts : lowered(facts, lower)
  return {
    ...(ascii.unresolved ? { unresolved: ascii.unresolved } : {}),
    match(value, facts, note) {
      const result = ascii.match(asciiLower(value), folded(facts, asciiLower), note)
      if (result !== NO) return result
      const wide = any.match(
        value.toLowerCase(),
        folded(facts, (t) => t.toLowerCase()),
      )
      return wide === NO ? NO : maybe('rule:non-ascii-ignore-case', note)
    },
  }
}

const asciiLower = (text: string): string => text.replace(/[A-Z]+/g, (upper) => upper.toLowerCase())

function lowered(facts: Facts, lower: (text: string) => string): Facts {
  const fold = (value: string | readonly string[]) => (typeof value === 'string' ? lower(value) : value.map(lower))
  const values = new Map([...facts.values].map(([key, value]) => [key, fold(value)]))
  const keys = new Map([...facts.caller.keys].map(([key, value]) => [key, lower(value)]))
  return { ...facts, values, caller: { ...facts.caller, keys } }
}
