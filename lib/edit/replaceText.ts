import type { TopologyDocument } from '@/lib/topology/document'
import type { Operation } from '@/lib/topology/patch'
import { pointer } from '@/lib/topology/pointer'
import { referencesOf } from '@/lib/topology/references'
import type { Change } from './change'

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
      return fixed || !before.includes(word)
        ? []
        : [{ resource, path, before, after: before.replaceAll(word, replacement) }]
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

function textsIn(value: unknown, path: (string | number)[]): [string, string][] {
  if (typeof value === 'string') return [[pointer(path), value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]))
}
