import type { TopologyDocument } from '@/lib/topology/document'
import type { Operation, Patch } from '@/lib/topology/patch'
import { applyPatch } from '@/lib/topology/patch'
import { keysOf, pointer, valueAt } from '@/lib/topology/pointer'
import { referencesOf } from '@/lib/topology/references'
import { idsInText, idsOfText, resolveText } from '@/lib/topology/text'
import type { Change } from './change'
import { fieldTitle } from './fields/fieldTitle'
import type { Shape } from './fields/shape'
import { insideOf } from './fields/shapeAt'
import { shapesOf } from './fields/shapes.generated'
import { titleOf } from './titleOf'

/** A reference that would dangle, and what is done about it. */
export interface Dangling {
  resource: string
  path: string
  to: string
  says: string
}

export interface Removal {
  change: Change
  /** Everything that goes: what was asked for, and what cannot stand without it. */
  gone: string[]
  cleared: Dangling[]
}

/**
 * Takes resources out. What names them is cleared where it may be empty; a resource that cannot be without one of them
 * (a subnet without its VPC) goes along. Nothing of it happens unseen: the answer lists both.
 */
export function removal(document: TopologyDocument, ids: readonly string[]): Removal {
  const gone = withDependants(document, ids)
  const patch: Operation[] = []
  const cleared: Dangling[] = []
  let after = document
  const run = (...operations: Patch) => {
    patch.push(...operations)
    after = applyPatch(after, operations)
  }
  for (const id of Object.keys(document.resources)) {
    if (gone.has(id)) continue
    // Taking one out may renumber the others, or take a second one along: so they are asked for anew.
    for (let next = dangling(after, id, gone).at(-1); next; next = dangling(after, id, gone).at(-1)) {
      const { path, to } = next
      cleared.push({ resource: id, path, to, says: saysOf(document, id, path, to) })
      run({ op: 'remove', path: `${pointer(['resources', id])}${optionalAt(after, id, path) ?? path}` })
    }
    for (const { path } of textsNaming(after, id, gone)) {
      const at = `${pointer(['resources', id])}${path}`
      const text = String(valueAt(after, at))
      const names = idsOfText(text).filter((token) => gone.has(token.id))
      cleared.push({ resource: id, path, to: names[0]?.id ?? '', says: `the text ${path} keeps its id as plain text` })
      run({ op: 'replace', path: at, value: asPlainText(document, text, gone) })
    }
  }
  for (const id of gone) {
    patch.push({ op: 'remove', path: pointer(['resources', id]) })
    if (document.layout[id]) patch.push({ op: 'remove', path: pointer(['layout', id]) })
  }
  const seen = document.seen?.filter(({ account }) => !gone.has(account))
  if (document.seen && seen && seen.length !== document.seen.length)
    patch.push({ op: 'replace', path: '/seen', value: seen })
  const [first = ''] = ids
  const label = ids.length === 1 ? `Delete ${titleOf(document, first)}` : `Delete ${ids.length} resources`
  return { change: { label, patch }, gone: [...gone], cleared }
}

function withDependants(document: TopologyDocument, ids: readonly string[]): Set<string> {
  const gone = new Set(ids.filter((id) => document.resources[id]))
  for (let grown = true; grown; ) {
    grown = false
    for (const id of Object.keys(document.resources)) {
      if (gone.has(id)) continue
      if (!dangling(document, id, gone).some(({ path }) => optionalAt(document, id, path) === undefined)) continue
      gone.add(id)
      grown = true
    }
  }
  return gone
}

function dangling(document: TopologyDocument, id: string, gone: ReadonlySet<string>) {
  const resource = document.resources[id]
  return resource ? referencesOf(resource).filter(({ to }) => gone.has(to)) : []
}

function textsNaming(document: TopologyDocument, id: string, gone: ReadonlySet<string>) {
  const resource = document.resources[id]
  const found = resource ? idsInText(resource).filter((text) => gone.has(text.id)) : []
  return found.filter(({ path }, n) => found.findIndex((each) => each.path === path) === n)
}

/** Tokens of what goes give way to the id that they stood for. */
function asPlainText(document: TopologyDocument, text: string, gone: ReadonlySet<string>): string {
  return idsOfText(text)
    .filter(({ id }) => gone.has(id))
    .toReversed()
    .reduce((left, { id, at, length }) => {
      const token = left.slice(at, at + length)
      return left.slice(0, at) + resolveText(document, token, () => id) + left.slice(at + length)
    }, text)
}

/** The nearest place at or above a reference that its schema lets be absent: the field, the entry of a list, the list. */
function optionalAt(document: TopologyDocument, id: string, path: string): string | undefined {
  const resource = document.resources[id]
  if (!resource) return undefined
  let found: string | undefined
  let shape: Shape = { type: 'object', fields: shapesOf[resource.kind] }
  const keys = keysOf(path)
  for (const [n, key] of keys.entries()) {
    const inner = insideOf(shape, key)
    if (!inner) return found
    if (inner.optional) found = pointer(keys.slice(0, n + 1))
    shape = inner.shape
  }
  return found
}

function saysOf(document: TopologyDocument, id: string, path: string, to: string): string {
  const field = keysOf(path).filter((key) => !/^\d+$/.test(key))
  return `${titleOf(document, id)} loses ${titleOf(document, to)} from ${fieldTitle(field[0] ?? '')}`
}
