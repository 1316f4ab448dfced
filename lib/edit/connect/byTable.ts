import type { Resource } from '@/lib/topology/document'
import type { RefField } from '@/lib/topology/fieldTable'
import type { Operation } from '@/lib/topology/patch'
import { pointer, valueAt } from '@/lib/topology/pointer'
import { referenceFields } from '@/lib/topology/references'
import { blankFields } from '../create/blank'
import { fieldTitle } from '../fields/fieldTitle'
import type { ObjectShape } from '../fields/shape'
import { shapeAt } from '../fields/shapeAt'
import { titleOf } from '../titleOf'
import type { Ask, Ends, Link } from './link'

/** Places are changed by moving, what an API holds by its methods: neither is an arrow. */
const noArrow = new Set(['account', 'deployments', 'resources', 'vpc', 'subnet', 'subnets'])

/** The fields of a kind that may name a resource of another kind by an arrow. */
export const arrowFields = (holder: Resource['kind'], named: Resource['kind']): RefField[] =>
  referenceFields(holder).filter((field) => field.kinds.includes(named) && !noArrow.has(field.steps[0] ?? ''))

/** Links that the table of references alone gives: a field of the one end names the other. */
export function linksByTable(ends: Ends): Link[] {
  const { document, from, to, source, target } = ends
  return [
    ...arrowFields(source.kind, target.kind).flatMap((field) => linkOf(document, from, source, to, field) ?? []),
    ...arrowFields(target.kind, source.kind).flatMap((field) => linkOf(document, to, target, from, field) ?? []),
  ]
}

function linkOf(
  document: Ends['document'],
  holder: string,
  resource: Resource,
  named: string,
  { steps }: RefField,
): Link | undefined {
  const at = steps.indexOf('*')
  const label = `Connect ${titleOf(document, holder)} and ${titleOf(document, named)}`
  const list = at < 0 ? undefined : steps.slice(0, at)
  const inside = at < 0 ? [] : steps.slice(at + 1)
  const path = pointer(['resources', holder])
  const title = fieldTitle(steps.filter((step) => step !== '*').at(-1) ?? '')
  const id = `${holder} ${steps.join('.')}`
  if (!list) {
    const [first = '', key, ...deeper] = steps
    const around = key === undefined ? undefined : shapeAt(resource.kind, [first])
    if (key !== undefined && resource[first] === undefined) {
      if (around?.type !== 'object' || deeper.length > 0) return undefined
      const { made, asks } = companions(around, key)
      const value = (answers: object) => ({ ...made, ...answers, [key]: named })
      return {
        id,
        title,
        asks,
        make: (answers) => ({ label, patch: put(resource, path, [first], value(answers)) ?? [] }),
      }
    }
    const patch = put(resource, path, steps, named)
    return patch && { id, title, asks: [], make: () => ({ label, patch }) }
  }
  const held = valueAt(resource, pointer(list))
  const entries = Array.isArray(held) ? held : held === undefined ? [] : undefined
  if (!entries) return undefined
  if (inside.length === 0) {
    if (entries.includes(named)) return undefined
    const patch = put(resource, path, list, [...entries, named])
    return patch && { id, title, asks: [], make: () => ({ label, patch }) }
  }
  const entry = shapeAt(resource.kind, list)
  const [key, ...deeper] = inside
  if (entry?.type !== 'list' || entry.of.type !== 'object' || key === undefined || deeper.length > 0) return undefined
  const { made, asks } = companions(entry.of, key)
  return {
    id,
    title: fieldTitle(list.at(-1) ?? ''),
    asks,
    make: (answers) => ({
      label,
      patch: put(resource, path, list, [...entries, { ...made, ...answers, [key]: named }]) ?? [],
    }),
  }
}

/** What must stand beside a reference in its group: what it begins with, and the questions for it. */
function companions(group: ObjectShape, key: string): { made: Record<string, unknown>; asks: Ask[] } {
  const made = blankFields(group.fields, () => undefined)
  const asks = group.fields
    .filter((field) => !field.optional && field.key !== key)
    .map(
      (field): Ask => ({
        id: field.key,
        title: fieldTitle(field.key),
        shape: field.shape,
        value: made[field.key],
      }),
    )
  return { made, asks }
}

/** Sets a value below a resource, with the object around it where there is none yet. */
function put(resource: Resource, path: string, steps: readonly string[], value: unknown): Operation[] | undefined {
  const [first = '', ...rest] = steps
  const there = valueAt(resource, pointer(steps))
  if (there === value) return undefined
  if (rest.length > 0 && valueAt(resource, pointer([first])) === undefined) {
    const nested = rest.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)
    return [{ op: 'add', path: `${path}${pointer([first])}`, value: nested }]
  }
  return [{ op: there === undefined ? 'add' : 'replace', path: `${path}${pointer(steps)}`, value }]
}
