import { splitArn } from '../facts'
import { compilePattern, type Language, maybe, type Pattern } from '../pattern'
import { both, NO, type Tri, YES } from '../tri'

/** Six parts, compared one by one: a wildcard does not reach over a colon. */
export function arnPattern(text: string, language: Language): Pattern {
  const whole = compilePattern(text, { ...language, wildcards: true })
  const parts = splitOutsideVariables(text)
  if (!text.startsWith('arn:') || parts.length < 6)
    return {
      ...(whole.unresolved ? { unresolved: whole.unresolved } : {}),
      match: (value, facts, note) => (whole.match(value, facts) === NO ? NO : maybe('rule:arn-form', note)),
    }
  const patterns = parts.map((part) => compilePattern(part, { ...language, wildcards: true }))
  return {
    ...(whole.unresolved ? { unresolved: whole.unresolved } : {}),
    match(value, facts, note) {
      const given = splitArn(value)
      if (given.length < 6) return maybe('rule:arn-form', note)
      let result: Tri = YES
      for (let i = 0; i < 6; i++) {
        result = both(result, patterns[i]?.match(given[i] ?? '', facts, note) ?? NO)
        if (result === NO) return NO
      }
      return result
    },
  }
}

/** The colon in `${aws:…}` parts nothing. */
function splitOutsideVariables(text: string): string[] {
  const parts: string[] = ['']
  for (const [piece] of text.matchAll(/\$\{[^{}]*\}|:|[^:$]+|\$/g)) {
    if (piece === ':' && parts.length < 6) parts.push('')
    else parts[parts.length - 1] += piece
  }
  return parts
}
