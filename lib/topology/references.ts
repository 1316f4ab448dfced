import type { Resource, TopologyDocument } from './document'
import { fieldsOf } from './fields.generated'
import type { RefField, Step } from './fieldTable'
import type { Kind } from './kinds'
import { pointer } from './pointer'

/** A field that names another resource by logical id. `path` is a JSON Pointer inside the resource. */
export interface Reference {
  path: string
  to: string
  kinds: Kind[]
}

/** The reference fields of a kind, as its schema has them. */
export const referenceFields = (kind: Kind): RefField[] => fieldsOf[kind].references

/** Every reference a resource holds, in the order of its schema. A dangling one is included. */
export function referencesOf(resource: Resource): Reference[] {
  const found: Reference[] = []
  for (const field of referenceFields(resource.kind))
    for (const [path, value] of reach(resource, field.steps, []))
      if (typeof value === 'string' && !field.words.includes(value)) {
        if (field.open && !looksLikeId(value)) continue
        found.push({ path: pointer(path), to: value, kinds: field.kinds })
      }
  return found
}

/** Who names this resource, as [logical id, reference]. */
export function referrersOf(doc: TopologyDocument, id: string): [string, Reference][] {
  return Object.entries(doc.resources).flatMap(([from, r]) =>
    referencesOf(r)
      .filter((reference) => reference.to === id)
      .map((reference): [string, Reference] => [from, reference]),
  )
}

// A CIDR block or an address may stand where a reference may: those are never logical ids.
const looksLikeId = (value: string) => !/^[\d.:a-f]+\/\d+$|^\d+\.\d+\.\d+\.\d+$/i.test(value)

function* reach(value: unknown, steps: Step[], path: (string | number)[]): Generator<[(string | number)[], unknown]> {
  const [step, ...rest] = steps
  if (step === undefined) {
    yield [path, value]
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (step === '*') {
    if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* reach(item, rest, [...path, i])
    else for (const [key, item] of Object.entries(value)) yield* reach(item, rest, [...path, key])
  } else if (Object.hasOwn(value, step)) yield* reach((value as Record<string, unknown>)[step], rest, [...path, step])
}
