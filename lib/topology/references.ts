import type { z } from 'zod'
import type { Resource, TopologyDocument } from './document'
import { type Kind, kindNames, kinds } from './kinds'
import { pointer } from './pointer'

/** A field that names another resource by logical id. `path` is a JSON Pointer inside the resource. */
export interface Reference {
  path: string
  to: string
  kinds: Kind[]
}

type Step = string | typeof each
const each = Symbol('each element')

interface RefField {
  steps: Step[]
  kinds: Kind[]
  /** Words that may stand in the field without being a reference ("local", "internet"). */
  words: string[]
  /** True when the field may also hold something that is no reference (a CIDR beside a prefix list). */
  open: boolean
}

const fieldsOf = new Map<Kind, RefField[]>()

/** The reference fields of a kind, read once from its schema. */
export function referenceFields(kind: Kind): RefField[] {
  const cached = fieldsOf.get(kind)
  if (cached) return cached
  const found: RefField[] = []
  walk(kinds[kind], [], found)
  fieldsOf.set(kind, found)
  return found
}

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

function walk(schema: z.core.$ZodType, steps: Step[], found: RefField[]): void {
  const meta = metaOf(schema)
  if (meta?.ref) {
    found.push({
      steps,
      kinds: meta.ref.filter((k): k is Kind => kindNames.includes(k as Kind)),
      words: [],
      open: false,
    })
    return
  }
  const def = (schema as z.core.$ZodTypes)._zod.def
  switch (def.type) {
    case 'optional':
    case 'nullable':
      walk(def.innerType, steps, found)
      return
    case 'array':
      walk(def.element, [...steps, each], found)
      return
    case 'record':
      walk(def.valueType, [...steps, each], found)
      return
    case 'object':
      for (const [key, field] of Object.entries(def.shape)) walk(field, [...steps, key], found)
      return
    case 'union': {
      const before = found.length
      for (const option of def.options) walk(option, steps, found)
      const here = found.slice(before).filter((f) => f.steps.length === steps.length)
      for (const field of here) {
        const others = def.options.map((o) => (o as z.core.$ZodTypes)._zod.def)
        field.words = others.flatMap((d) => (d.type === 'literal' ? d.values.map(String) : []))
        field.open = others.some((d) => d.type === 'union' || (d.type === 'string' && 'format' in d))
      }
      return
    }
    default:
  }
}

function metaOf(schema: z.core.$ZodType): { ref?: string[] } | undefined {
  const meta = (schema as { meta?: () => unknown }).meta?.()
  return meta as { ref?: string[] } | undefined
}

function* reach(value: unknown, steps: Step[], path: (string | number)[]): Generator<[(string | number)[], unknown]> {
  const [step, ...rest] = steps
  if (step === undefined) {
    yield [path, value]
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (step === each) {
    if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* reach(item, rest, [...path, i])
    else for (const [key, item] of Object.entries(value)) yield* reach(item, rest, [...path, key])
  } else if (Object.hasOwn(value, step)) yield* reach((value as Record<string, unknown>)[step], rest, [...path, step])
}
