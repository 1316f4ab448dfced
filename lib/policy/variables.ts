import { type Facts, gapName, isGap, lowerKey, readKey } from './facts'
import { type GlobPiece, one, star } from './glob'

/** A policy variable inside a text, or something in `${…}` of a form that AWS's page does not describe. */
export type Piece = GlobPiece | { variable: string; written: string; fallback?: string } | { odd: string }

const token = /\$\{([^{}]*)\}/g
const variable = /^\s*([A-Za-z0-9-]+:[^\s,'{}]+)\s*(?:,\s*'([^']*)'\s*)?$/

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html: the older language has none; `${*}`
 * `${?}` `${$}` are the characters themselves.
 */
export function piecesOf(text: string, language: { variables: boolean; wildcards: boolean }): Piece[] {
  if (!language.variables || !text.includes('${')) return plain(text, language.wildcards)
  const pieces: Piece[] = []
  let from = 0
  for (const hit of text.matchAll(token)) {
    const [whole, inside = ''] = hit
    pieces.push(...plain(text.slice(from, hit.index), language.wildcards))
    from = hit.index + whole.length
    if (inside === '*' || inside === '?' || inside === '$') pieces.push(inside)
    else {
      const [, key, fallback] = variable.exec(inside) ?? []
      if (key === undefined) pieces.push({ odd: whole })
      else pieces.push({ variable: lowerKey(key), written: key, ...(fallback === undefined ? {} : { fallback }) })
    }
  }
  pieces.push(...plain(text.slice(from), language.wildcards))
  return pieces
}

function plain(text: string, wildcards: boolean): GlobPiece[] {
  if (text === '') return []
  if (!wildcards || !/[*?]/.test(text)) return [text]
  return text
    .split(/([*?])/)
    .filter((part) => part !== '')
    .map((part) => (part === '*' ? star : part === '?' ? one : part))
}

export const isGlob = (pieces: readonly Piece[]): pieces is readonly GlobPiece[] =>
  pieces.every((piece) => typeof piece !== 'object')

/** What a text with variables becomes for one call. */
export interface Filled {
  /** With each value put in, and `*` where a value is not known. */
  pieces: GlobPiece[]
  /** A variable has no value and no default: the text matches nothing. */
  unresolved: boolean
  /** Why the result is a possibility only: keys not known, rules without a source. */
  notes: string[]
}

export function fill(pieces: readonly Piece[], facts: Facts, wildcards: boolean): Filled {
  const filled: Filled = { pieces: [], unresolved: false, notes: [] }
  for (const piece of pieces) {
    if (typeof piece !== 'object') filled.pieces.push(piece)
    else if ('odd' in piece) open(filled, 'rule:variable-syntax')
    else {
      const value = readKey(facts, piece.variable)
      if (value === undefined) {
        if (isGap(facts, piece.variable)) open(filled, gapName(facts, piece.variable, piece.written))
        else if (piece.fallback === undefined) filled.unresolved = true
        else filled.pieces.push(piece.fallback)
      } else if (typeof value !== 'string') open(filled, 'rule:variable-multivalued')
      // Whether a wildcard inside a value acts as one is not said.
      else if (wildcards && /[*?]/.test(value)) open(filled, 'rule:wildcard-in-variable-value')
      else filled.pieces.push(value)
    }
  }
  return filled
}

function open(filled: Filled, note: string): void {
  filled.pieces.push(star)
  filled.notes.push(note)
}
