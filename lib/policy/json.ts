import { type Node, type ParseError, parseTree } from 'jsonc-parser'

/** A value of a JSON text with its place. `entries` keep repeated keys, which `JSON.parse` drops. */
export interface Json {
  type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null'
  at: string
  offset: number
  length: number
  /** Of a string its value; of a number or boolean what is written. */
  text: string
  items: Json[]
  entries: Entry[]
}

export interface Entry {
  key: string
  /** The pointer of the entry, and the place of its key. */
  at: string
  offset: number
  length: number
  value: Json
}

export type Parsed = { ok: true; root: Json } | { ok: false; offset: number; length: number }

/** Strict JSON: no comments, no trailing commas. Never throws. */
export function parseJson(text: string): Parsed {
  const errors: ParseError[] = []
  try {
    const tree = parseTree(text, errors, {
      disallowComments: true,
      allowTrailingComma: false,
      allowEmptyContent: false,
    })
    const [error] = errors
    if (error || !tree) return { ok: false, offset: error?.offset ?? 0, length: error?.length ?? text.length }
    return { ok: true, root: toJson(tree, '', text) }
  } catch {
    // The parser is recursive: a text nested some ten thousand levels deep ends its stack.
    return { ok: false, offset: 0, length: text.length }
  }
}

function toJson(node: Node, at: string, source: string): Json {
  const type = node.type === 'property' ? 'null' : node.type
  const { offset, length } = node
  const children = node.children ?? []
  return {
    type,
    at,
    offset,
    length,
    text: type === 'string' ? String(node.value) : source.slice(offset, offset + length),
    items: type === 'array' ? children.map((child, i) => toJson(child, `${at}/${i}`, source)) : [],
    entries: type === 'object' ? children.flatMap((child) => toEntry(child, at, source)) : [],
  }
}

function toEntry(property: Node, parent: string, source: string): Entry[] {
  const [name, value] = property.children ?? []
  if (!name || !value) return []
  const key = String(name.value)
  const at = `${parent}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
  return [{ key, at, offset: name.offset, length: name.length, value: toJson(value, at, source) }]
}
