import type { Facts } from './facts'
import { compileGlob, one, star } from './glob'
import { MAYBE, NO, type Tri, YES } from './tri'
import { fill, isGlob, type Piece, piecesOf } from './variables'

/** Reasons why an answer is MAYBE: condition keys that are not known, and `rule:NAME`. */
export type Notes = Set<string>

/** MAYBE, with its reason noted where somebody asks for reasons. */
export function maybe(reason: string, note?: Notes): Tri {
  note?.add(reason)
  return MAYBE
}

/** One value of a policy, compiled: how a known text stands to it. */
export interface Pattern {
  match(text: string, facts: Facts, note?: Notes): Tri
  /** A variable in it has neither value nor default. Absent: it has no variables. */
  unresolved?(facts: Facts): boolean
}

export interface Language {
  variables: boolean
  wildcards: boolean
}

export function compilePattern(text: string, language: Language): Pattern {
  return patternOf(piecesOf(text, language), language.wildcards)
}

export function patternOf(pieces: readonly Piece[], wildcards: boolean): Pattern {
  if (isGlob(pieces)) {
    const glob = compileGlob(pieces)
    return { match: (text) => (glob(text) ? YES : NO) }
  }
  const exact = !wildcards || pieces.every((piece) => piece !== star && piece !== one)
  return {
    unresolved: (facts) => fill(pieces, facts, wildcards).unresolved,
    match(text, facts, note) {
      const filled = fill(pieces, facts, wildcards)
      if (filled.unresolved) return NO
      if (exact && filled.notes.length === 0) return filled.pieces.join('') === text ? YES : NO
      if (!compileGlob(filled.pieces)(text)) return NO
      if (filled.notes.length === 0) return YES
      for (const reason of filled.notes) note?.add(reason)
      return MAYBE
    },
  }
}
