import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Operation } from '@/lib/topology/patch'
import { pointer, valueAt } from '@/lib/topology/pointer'
import { referencesOf } from '@/lib/topology/references'
import { idsInText } from '@/lib/topology/text'
import { type Offer, refuse } from './change'
import { freshId, takenIn } from './freshId'
import { freshNames } from './freshNames'
import { removal } from './remove'
import { retold } from './rename'

/** Resources as they lie on the clipboard, with their places. */
export interface Clipping {
  throughline: 'resources'
  resources: TopologyDocument['resources']
  layout: TopologyDocument['layout']
}

export function clippingOf(document: TopologyDocument, ids: readonly string[]): Clipping {
  const pick = <T>(from: Record<string, T>): Record<string, T> =>
    Object.fromEntries(ids.flatMap((id) => (from[id] === undefined ? [] : [[id, from[id]]])))
  return { throughline: 'resources', resources: pick(document.resources), layout: pick(document.layout) }
}

/** A clipping from pasted text, or undefined for any other text. */
export function readClipping(text: string): Clipping | undefined {
  if (!text.includes('"throughline"')) return undefined
  try {
    const found = JSON.parse(text) as Partial<Clipping>
    return found.throughline === 'resources' && found.resources
      ? { throughline: 'resources', resources: found.resources, layout: found.layout ?? {} }
      : undefined
  } catch {
    return undefined
  }
}

const aside = 40

/**
 * Puts a clipping into a document under fresh logical ids. References between the copied resources lead to the copies;
 * those to others stay where the document has them and are cleared where it has not.
 */
export function paste(document: TopologyDocument, { resources, layout }: Clipping): Offer {
  const taken = takenIn(document)
  const names = new Map<string, string>()
  for (const id of Object.keys(resources)) {
    const next = freshId(new Set([...taken, ...names.values()]), id)
    names.set(id, next)
  }
  if (names.size === 0) return refuse('There is nothing to paste.')
  const copies = freshNames(
    Object.fromEntries(
      Object.entries(resources).map(([id, resource]) => [names.get(id) ?? id, copyOf(resource, names)]),
    ),
  )
  // What they name and this document lacks is cleared as a deletion would clear it.
  const whole = { ...document, resources: { ...document.resources, ...copies } }
  const lacking = new Set(
    Object.values(copies).flatMap((copy) =>
      [...referencesOf(copy).map(({ to }) => to), ...idsInText(copy).map(({ id }) => id)].filter(
        (to) => !whole.resources[to],
      ),
    ),
  )
  const ghosts = Object.fromEntries(
    [...lacking].map((id): [string, Resource] => [id, { kind: 'account', accountId: '0' }]),
  )
  const withGhosts = { ...whole, resources: { ...whole.resources, ...ghosts }, layout: {} }
  const cleared = lacking.size === 0 ? whole : applyPatch(withGhosts, removal(withGhosts, [...lacking]).change.patch)
  const patch: Operation[] = [...names.values()].flatMap((id) => {
    const value = cleared.resources[id]
    return value ? [{ op: 'add', path: pointer(['resources', id]), value }] : []
  })
  if (patch.length === 0)
    return refuse('What was copied stands in a VPC or subnet that this topology lacks: copy that too.')
  for (const [id, place] of Object.entries(layout)) {
    const next = names.get(id)
    if (next !== undefined && cleared.resources[next])
      patch.push({
        op: 'add',
        path: pointer(['layout', next]),
        value: { ...place, x: place.x + aside, y: place.y + aside },
      })
  }
  const count = names.size === 1 ? `a copy of ${[...names.keys()][0]}` : `copies of ${names.size} resources`
  return {
    ok: true,
    change: { label: `Add ${count}`, patch },
    selects: [...names.values()].filter((id) => cleared.resources[id]),
  }
}

/** A copy names copies. */
function copyOf(resource: Resource, names: ReadonlyMap<string, string>): Resource {
  let copy: Resource = JSON.parse(JSON.stringify(resource))
  for (const { path, to } of referencesOf(copy)) {
    const next = names.get(to)
    if (next !== undefined) copy = applyPatch(copy, [{ op: 'replace', path, value: next }])
  }
  for (const { path, id } of idsInText(copy)) {
    const next = names.get(id)
    if (next === undefined) continue
    copy = applyPatch(copy, [{ op: 'replace', path, value: retold(String(valueAt(copy, path)), id, next) }])
  }
  return copy
}
