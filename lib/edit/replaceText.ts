import type { TopologyDocument } from '@/lib/topology/document'
import type { Operation } from '@/lib/topology/patch'
import { keysOf, pointer } from '@/lib/topology/pointer'
import { referencesOf } from '@/lib/topology/references'
import type { Change } from './change'
import { checkTyped } from './fields/check'
import { shapeAt } from './fields/shapeAt'

export interface Found {
  resource: string
  path: string
  before: string
  after: string
}

/** Every text of the resources that holds a word, with the word replaced. References are renamed, never replaced. */
export function findText(document: TopologyDocument, word: string, replacement: string): Found[] {
  if (word === '') return []
  return Object.entries(document.resources).flatMap(([resource, value]) => {
    const references = new Set(referencesOf(value).map(({ path }) => path))
    return textsIn(value, []).flatMap(([path, before]) => {
      const fixed = path === '/kind' || references.has(path) || path.startsWith('/notVisible')
      if (fixed || !before.includes(word)) return []
      const after = before.replaceAll(word, replacement)
      return fits(document, resource, path, after) ? [{ resource, path, before, after }] : []
    })
  })
}

export function replaceText(document: TopologyDocument, word: string, replacement: string): Change {
  const found = findText(document, word, replacement)
  return {
    label: `Replace ${word} by ${replacement} in ${found.length} fields`,
    patch: found.map(
      ({ resource, path, after }): Operation => ({
        op: 'replace',
        path: `${pointer(['resources', resource])}${path}`,
        value: after,
      }),
    ),
  }
}

/** A word of a choice, an address or a block stays what it is where the new text is none. */
function fits(document: TopologyDocument, resource: string, path: string, after: string): boolean {
  const kind = document.resources[resource]?.kind
  const shape = kind && shapeAt(kind, keysOf(path))
  const free = !shape || shape.type === 'any' || (shape.type === 'text' && !shape.format && shape.pattern === undefined)
  if (free && !after.includes('${')) return true
  return shape === undefined || checkTyped(shape, after, { document, resource, key: '' }) === undefined
}

function textsIn(value: unknown, path: (string | number)[]): [string, string][] {
  if (typeof value === 'string') return [[pointer(path), value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]))
}
