import type { TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'

/**
 * Runs something on a document and tells which fields of its resources were looked at, by their JSON Pointer: those that
 * hold a plain value, and those that are not there. A check that begins to read another field shows up by itself.
 */
export function readsOf(doc: TopologyDocument, run: (watched: TopologyDocument) => void): Reads {
  const reads: Reads = { values: new Set(), absent: new Set() }
  run(watched(doc, [], reads, new WeakMap()))
  return reads
}

export interface Reads {
  values: Set<string>
  absent: Set<string>
}

/** One stand-in for each object, since caches are kept by identity. */
function watched<T extends object>(target: T, path: string[], reads: Reads, made: WeakMap<object, object>): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      const value: unknown = Reflect.get(object, key, receiver)
      const at = [...path, String(key)]
      const isField = at.length > 2 && at[0] === 'resources' && !Array.isArray(object)
      // JSON.stringify asks every object for it.
      if (value === undefined && isField && key !== 'toJSON' && typeof key === 'string') reads.absent.add(pointer(at))
      if (typeof key === 'symbol' || !Object.hasOwn(object, key)) return value
      if (typeof value !== 'object' || value === null) {
        if (at.length > 2 && key !== 'length') reads.values.add(pointer(at))
        return value
      }
      const known = made.get(value)
      if (known) return known
      const inner = watched(value, at, reads, made)
      made.set(value, inner)
      return inner
    },
  })
}
