import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Edit, type Operation, type Patch } from '@/lib/topology/patch'
import { valueAt } from '@/lib/topology/pointer'

/** A patch with the way back. */
export function editOf(document: TopologyDocument, label: string, patch: Patch): Edit {
  const inverse: Patch = []
  let before = document
  for (const operation of patch) {
    inverse.unshift(...inverseOf(before, operation))
    before = applyPatch(before, [operation])
  }
  return { label, patch, inverse, source: 'user' }
}

function inverseOf(before: unknown, operation: Operation): Patch {
  const { path } = operation
  const old = valueAt(before, path)
  switch (operation.op) {
    case 'test':
      return []
    case 'remove':
      return [{ op: 'add', path, value: old }]
    case 'replace':
      return [{ op: 'replace', path, value: old }]
    case 'add':
    case 'copy':
      // In a list an addition moves what stood there; in an object it takes its place.
      return old === undefined || isListEntry(before, path)
        ? [{ op: 'remove', path: placeOf(before, path) }]
        : [{ op: 'replace', path, value: old }]
    case 'move':
      return [{ op: 'move', from: path, path: operation.from }]
  }
}

const isListEntry = (root: unknown, path: string) => Array.isArray(valueAt(root, path.slice(0, path.lastIndexOf('/'))))

/** `-` is the place behind the last entry (RFC 6902, 4.1): once there is one, it goes by its number. */
function placeOf(before: unknown, path: string): string {
  const list = path.endsWith('/-') ? valueAt(before, path.slice(0, -2)) : undefined
  return Array.isArray(list) ? `${path.slice(0, -1)}${list.length}` : path
}
