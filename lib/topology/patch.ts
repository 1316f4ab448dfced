import { keysOf } from './pointer'

/** One operation of a JSON Patch (RFC 6902). */
export type Operation =
  | { op: 'add' | 'replace' | 'test'; path: string; value: unknown }
  | { op: 'remove'; path: string }
  | { op: 'move' | 'copy'; from: string; path: string }
export type Patch = Operation[]

/** An edit: named, with its inverse. A gesture is one edit; undo applies the inverse. */
export interface Edit {
  label: string
  patch: Patch
  inverse: Patch
  source: 'user' | 'fix' | 'variant' | 'import' | 'live'
}

export class PatchError extends Error {
  constructor(
    readonly operation: Operation,
    readonly reason: string,
  ) {
    super(`${operation.op} ${operation.path}: ${reason}`)
  }
}

/**
 * Applies a JSON Patch and returns the new value; what the patch does not touch is shared with the old one, which is
 * left as it was. @throws PatchError where a path does not exist or a `test` fails.
 */
export function applyPatch<T>(root: T, patch: Patch): T {
  let value: unknown = root
  for (const operation of patch) value = applyOne(value, operation)
  return value as T
}

function applyOne(root: unknown, operation: Operation): unknown {
  switch (operation.op) {
    case 'add':
    case 'replace':
      return put(root, keysOf(operation.path), operation.value, operation)
    case 'remove':
      return remove(root, keysOf(operation.path), operation)
    case 'test':
      if (!equal(get(root, keysOf(operation.path), operation), operation.value))
        throw new PatchError(operation, 'the value there is another one')
      return root
    case 'copy':
      return put(root, keysOf(operation.path), get(root, keysOf(operation.from), operation), operation)
    case 'move': {
      const moved = get(root, keysOf(operation.from), operation)
      return put(remove(root, keysOf(operation.from), operation), keysOf(operation.path), moved, operation)
    }
  }
}

function get(root: unknown, keys: string[], operation: Operation): unknown {
  let value = root
  for (const key of keys) {
    const box = container(value, operation)
    if (!has(box, key)) throw new PatchError(operation, `there is no "${key}"`)
    value = Array.isArray(box) ? box[Number(key)] : box[key]
  }
  return value
}

function put(root: unknown, keys: string[], value: unknown, operation: Operation): unknown {
  const [key, ...rest] = keys
  if (key === undefined) return value
  const box = container(root, operation)
  const last = rest.length === 0
  if ((!last || operation.op === 'replace') && !has(box, key)) throw new PatchError(operation, `there is no "${key}"`)
  if (Array.isArray(box)) {
    const copy = [...box]
    const index = key === '-' ? copy.length : Number(key)
    if (!Number.isInteger(index) || index < 0 || index > copy.length)
      throw new PatchError(operation, `"${key}" is no position in a list of ${copy.length}`)
    if (!last) copy[index] = put(copy[index], rest, value, operation)
    else if (operation.op === 'replace') copy[index] = value
    else copy.splice(index, 0, value)
    return copy
  }
  return { ...box, [key]: last ? value : put(box[key], rest, value, operation) }
}

function remove(root: unknown, keys: string[], operation: Operation): unknown {
  const [key, ...rest] = keys
  if (key === undefined) throw new PatchError(operation, 'the whole document cannot be removed')
  const box = container(root, operation)
  if (!has(box, key)) throw new PatchError(operation, `there is no "${key}"`)
  if (Array.isArray(box)) {
    const copy = [...box]
    if (rest.length > 0) copy[Number(key)] = remove(copy[Number(key)], rest, operation)
    else copy.splice(Number(key), 1)
    return copy
  }
  if (rest.length > 0) return { ...box, [key]: remove(box[key], rest, operation) }
  const { [key]: _gone, ...others } = box
  return others
}

function container(value: unknown, operation: Operation): unknown[] | Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new PatchError(operation, 'the path leads into a plain value')
  return Array.isArray(value) ? value : (value as Record<string, unknown>)
}

const has = (box: unknown[] | Record<string, unknown>, key: string) =>
  Array.isArray(box) ? /^\d+$/.test(key) && Number(key) < box.length : Object.hasOwn(box, key)

/** Deep equality of JSON values; the order of keys does not count. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keysA = Object.keys(a)
  return (
    keysA.length === Object.keys(b).length &&
    keysA.every(
      (key) => Object.hasOwn(b, key) && equal((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  )
}
