import type { Span, Word } from '../shell/word'
import type { Options } from './find'
import type { CurlOption } from './table'

/** An option as it stands in the command, with its value. */
export interface Given extends Span {
  option: CurlOption
  /** As written: `-H`, `--header`. */
  written: string
  off: boolean
  value?: Word
}

export type Split =
  | { ok: true; given: Given[]; operands: Word[]; strays: Word[]; equals: Word[] }
  | { ok: false; at: number; says: string }

/** Tells options from operands as curl does: `-kXPOST`, `-HName: x`, `--header x`, `--header=x`, abbreviations, `--`. */
export function split(words: Word[], options: Options, tool: string): Split {
  const result = {
    ok: true as const,
    given: [] as Given[],
    operands: [] as Word[],
    strays: [] as Word[],
    equals: [] as Word[],
  }
  let onlyOperands = false
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word) break
    const { text } = word
    if (word.bare) result.strays.push(word)
    else if (onlyOperands || text === '-' || !text.startsWith('-')) result.operands.push(word)
    else if (text === '--') onlyOperands = true
    else {
      const read = text.startsWith('--') ? long(word, options, tool) : shorts(word, options, tool)
      if ('says' in read) return { ok: false, at: word.at, says: read.says }
      const last = read.at(-1)
      if (last?.option.takesValue && !last.value) {
        const value = words[++i]
        if (!value) return { ok: false, at: word.at, says: `${last.written} wants a value, and none follows.` }
        last.value = value
        last.length = value.at + value.length - last.at
      }
      if (text.startsWith('--') && last?.value && last.value.at === word.at) result.equals.push(word)
      result.given.push(...read)
    }
  }
  return result
}

/** A part of a word as a word of its own, at the word's position: quotes make finer positions uncertain. */
const rest = (word: Word, from: number): Word => ({ ...word, text: word.text.slice(from) })

function long(word: Word, options: Options, tool: string): Given[] | { says: string } {
  const equals = word.text.indexOf('=')
  const name = word.text.slice(2, equals < 0 ? undefined : equals)
  const found = options.long(name)
  if ('candidates' in found) {
    const { candidates } = found
    if (candidates.length > 0)
      return { says: `--${name} may be ${candidates.map((c) => `--${c}`).join(' or ')}; ${tool} refuses it.` }
    return {
      says: `${tool} has no option --${name}${found.nearest === undefined ? '' : `; --${found.nearest} is near`}.`,
    }
  }
  const { option, off } = found
  if (equals >= 0 && !option.takesValue) return { says: `--${option.long} takes no value.` }
  const value = equals < 0 ? {} : { value: rest(word, equals + 1) }
  return [{ option, off, written: `--${name}`, at: word.at, length: word.length, ...value }]
}

function shorts(word: Word, options: Options, tool: string): Given[] | { says: string } {
  const given: Given[] = []
  for (let i = 1; i < word.text.length; i++) {
    const letter = word.text[i] ?? ''
    const option = options.short(letter)
    if (!option) return { says: `${tool} has no option -${letter}.` }
    const one: Given = { option, off: false, written: `-${letter}`, at: word.at, length: word.length }
    given.push(one)
    if (option.takesValue) {
      if (i + 1 < word.text.length) one.value = rest(word, i + 1)
      break
    }
  }
  return given
}
