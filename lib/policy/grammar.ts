import { nearest } from '@/lib/topology/nearest'
import type { Entry, Json } from './json'
import type { At, PolicyKind, Problem, TextAt } from './policy'

/** What the parser gathers while it reads: every problem, not only the first. */
export interface Reading {
  kind: PolicyKind
  problems: Problem[]
  doubts: Set<string>
}

export function problem(reading: Reading, where: At, reason: string, sentence: string, suggestion?: string): void {
  const { at, offset, length } = where
  reading.problems.push({ at, offset, length, reason, sentence, ...(suggestion === undefined ? {} : { suggestion }) })
}

/**
 * The entries of an object by the names they may have. A name that differs in case alone is taken as meant, and leaves a
 * doubt: no source says whether AWS takes it.
 */
export function elements<N extends string>(
  reading: Reading,
  object: Json,
  names: readonly N[],
): Partial<Record<N, Entry>> {
  const found: Partial<Record<N, Entry>> = {}
  for (const entry of object.entries) {
    const exact = names.find((name) => name === entry.key)
    const name = exact ?? names.find((candidate) => candidate.toLowerCase() === entry.key.toLowerCase())
    if (name === undefined) {
      const meant = nearest(entry.key, names)
      problem(reading, entry, 'unknown-element', `A policy has no element ${entry.key} here.`, meant)
    } else if (found[name]) {
      problem(reading, entry, 'duplicate-key', `${entry.key} stands here twice.`)
    } else {
      if (exact === undefined) reading.doubts.add('rule:element-case')
      found[name] = entry
    }
  }
  return found
}

/** A text, or a list of texts. Quotation marks around numbers and booleans are optional where `bare` says so. */
export function texts(reading: Reading, value: Json, bare = false): TextAt[] {
  const list = value.type === 'array' ? value.items : [value]
  const found: TextAt[] = []
  for (const item of list) {
    if (item.type === 'string' || (bare && (item.type === 'number' || item.type === 'boolean')))
      found.push({ at: item.at, offset: item.offset, length: item.length, text: item.text })
    else problem(reading, item, 'wrong-type', `A text belongs here, not ${article(item)}.`)
  }
  return found
}

export const article = (json: Json): string =>
  ({ object: 'an object', array: 'a list', string: 'a text', number: 'a number', boolean: 'a boolean', null: 'null' })[
    json.type
  ]
