import type { TopologyDocument } from '@/lib/topology/document'
import { equal } from '@/lib/topology/patch'
import { pointer } from '@/lib/topology/pointer'
import { referencesOf } from '@/lib/topology/references'
import { type Pair, pairsOf } from './pairs'

/** One field that differs: an element of `throughline diff --json`. `path` is a JSON Pointer inside the resource. */
export interface Difference {
  resource: string
  path: string
  op: 'add' | 'remove' | 'replace'
  before?: unknown
  after?: unknown
  /** What the difference does to the calls, where they were traced. */
  effect?: string
}

/**
 * What differs between two documents, field by field. Names of logical ids do not count, nor the order of lists whose
 * order means nothing, nor the layout. Differences stand under A's logical id, an added resource under B's.
 */
export function diff(a: TopologyDocument, b: TopologyDocument): Difference[] {
  const pairs = pairsOf(a, b)
  const idInA = new Map(
    pairs.flatMap(({ before, after }): [string, string][] => (before && after ? [[after, before]] : [])),
  )
  return pairs.flatMap((pair) => ofPair(a, b, pair, idInA))
}

function ofPair(
  a: TopologyDocument,
  b: TopologyDocument,
  { before, after }: Pair,
  idInA: Map<string, string>,
): Difference[] {
  const was = before === undefined ? undefined : a.resources[before]
  const is = after === undefined ? undefined : b.resources[after]
  if (before !== undefined && was && !is) return [{ resource: before, path: '', op: 'remove', before: was }]
  if (after !== undefined && is && !was) return [{ resource: after, path: '', op: 'add', after: is }]
  if (before === undefined || !was || !is) return []
  const renamed = new Map(
    referencesOf(is).flatMap(({ path, to }): [string, string][] => {
      const name = idInA.get(to)
      return name === undefined || name === to ? [] : [[path, name]]
    }),
  )
  return [...fields(was, is, [], renamed)].map((difference) => ({ resource: before, ...difference }))
}

type Found = Omit<Difference, 'resource'>
type Path = (string | number)[]

function* fields(was: unknown, is: unknown, path: Path, renamed: Map<string, string>): Generator<Found> {
  const at = pointer(path)
  const now = typeof is === 'string' ? (renamed.get(at) ?? is) : is
  if (equal(was, now) && renamed.size === 0) return
  if (Array.isArray(was) && Array.isArray(now)) yield* lists(was, now, path, renamed)
  else if (isObject(was) && isObject(now)) {
    for (const key of new Set([...Object.keys(was), ...Object.keys(now)])) {
      const here = [...path, key]
      if (!Object.hasOwn(now, key)) yield { path: pointer(here), op: 'remove', before: was[key] }
      else if (!Object.hasOwn(was, key)) yield { path: pointer(here), op: 'add', after: now[key] }
      else yield* fields(was[key], now[key], here, renamed)
    }
  } else if (!equal(was, now)) yield { path: at, op: 'replace', before: was, after: now }
}

/** Equal elements are paired wherever they stand; what is left is compared in order, and the rest was added or removed. */
function* lists(was: unknown[], is: unknown[], path: Path, renamed: Map<string, string>): Generator<Found> {
  const left = was.map((value, i) => ({ value, i }))
  const added: { value: unknown; i: number }[] = []
  for (const [i, value] of is.entries()) {
    const same = left.findIndex((l) => [...fields(l.value, value, [...path, i], renamed)].length === 0)
    if (same >= 0) left.splice(same, 1)
    else added.push({ value, i })
  }
  for (const { value, i } of added) {
    const old = left.shift()
    if (old === undefined) yield { path: pointer([...path, i]), op: 'add', after: value }
    else yield* fields(old.value, value, [...path, i], renamed)
  }
  for (const { value, i } of left) yield { path: pointer([...path, i]), op: 'remove', before: value }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
