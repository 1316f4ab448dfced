import type { Facts } from './facts'
import { compileGlob, type GlobPiece } from './glob'
import { maybe, type Notes, type Pattern, patternOf } from './pattern'
import type { PolicyKind } from './policy'
import { both, NO, type Tri, YES } from './tri'
import { isGlob, type Piece, piecesOf } from './variables'

export interface ResourcePattern {
  match(facts: Facts, note?: Notes): Tri
  unresolved?(facts: Facts): boolean
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export function compileResource(text: string, kind: PolicyKind, variables: boolean): ResourcePattern {
  if (text === '*') return { match: () => YES }
  if (text.startsWith('execute-api:')) return shortForm(text.slice('execute-api:'.length), kind, variables)
  const pieces = piecesOf(text, { variables, wildcards: true })
  const parts = text.startsWith('arn:') ? splitPieces(pieces) : []
  if (parts.length < 6) return notSixParts(pieces)
  if (isGlob(pieces)) return globOf(pieces, parts)
  const partPatterns = parts.map((part) => patternOf(part, true))
  // Variables belong into the last part; what they do before it is not described.
  const early = parts.slice(0, 5).some((part) => !isGlob(part))
  return {
    unresolved: (facts) => partPatterns.some((p) => p.unresolved?.(facts) ?? false),
    match(facts, note) {
      const result = matchParts(partPatterns, facts, note)
      return result !== NO && early ? maybe('rule:variable-before-fifth-colon', note) : result
    },
  }
}

function matchParts(patterns: readonly Pattern[], facts: Facts, note?: Notes): Tri {
  let result: Tri = YES
  for (let i = 0; i < 6; i++) {
    result = both(result, patterns[i]?.match(facts.arn.parts[i] ?? '', facts, note) ?? NO)
    if (result === NO) return NO
  }
  return result
}

/**
 * Without variables. A wildcard is meant to stay between its colons; where the whole text matches and the parts do not,
 * no source says what AWS does, so that is MAYBE.
 */
function globOf(pieces: readonly GlobPiece[], parts: readonly Piece[][]): ResourcePattern {
  const globs = parts.map((part) => compileGlob(part.filter((p) => typeof p !== 'object')))
  const head = parts.slice(0, 5).map((part) => part.filter((p) => typeof p === 'string').join(''))
  const last = globs[5] ?? (() => false)
  if (parts.slice(0, 5).every((part) => part.every((p) => typeof p === 'string'))) {
    const prefix = `${head.join(':')}:`
    return { match: (facts) => (facts.arn.text.startsWith(prefix) && last(facts.arn.parts[5] ?? '') ? YES : NO) }
  }
  const whole = compileGlob(pieces)
  const service = parts[2]?.some((p) => typeof p !== 'string') ?? false
  return {
    match(facts, note) {
      if (globs.every((glob, i) => glob(facts.arn.parts[i] ?? '')))
        return service ? maybe('rule:wildcard-in-service', note) : YES
      return whole(facts.arn.text) ? maybe('rule:wildcard-spans-colon', note) : NO
    },
  }
}

/** Fewer than six parts, or no ARN at all: matching as one text is possible, no source says that it counts. */
function notSixParts(pieces: readonly Piece[]): ResourcePattern {
  const pattern = patternOf(pieces, true)
  return {
    match: (facts, note) => (pattern.match(facts.arn.text, facts) === NO ? NO : maybe('rule:resource-form', note)),
  }
}

/**
 * `execute-api:/stage/METHOD/path` in an API's own policy: API Gateway writes the API's ARN in front of it
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html); a private
 * custom domain's policy is written so too (…/apigateway-private-custom-domains-tutorial.html).
 */
function shortForm(rest: string, kind: PolicyKind, variables: boolean): ResourcePattern {
  const pattern = patternOf(piecesOf(rest, { variables, wildcards: true }), true)
  const sourced = (kind === 'resource' || kind === 'domain') && rest.startsWith('/')
  return {
    ...(pattern.unresolved ? { unresolved: pattern.unresolved } : {}),
    match(facts, note) {
      const { afterApi } = facts.arn
      const result = pattern.match(rest.startsWith('/') ? afterApi : afterApi.slice(1), facts, note)
      return result === NO || sourced ? result : maybe('rule:resource-form', note)
    },
  }
}

/** Splits at the first five colons of the literal text; a colon inside a variable's name does not count. */
function splitPieces(pieces: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = [[]]
  for (const piece of pieces) {
    if (typeof piece !== 'string') parts[parts.length - 1]?.push(piece)
    else {
      let rest = piece
      while (parts.length < 6) {
        const colon = rest.indexOf(':')
        if (colon < 0) break
        parts[parts.length - 1]?.push(rest.slice(0, colon))
        parts.push([])
        rest = rest.slice(colon + 1)
      }
      parts[parts.length - 1]?.push(rest)
    }
  }
  return parts
}
