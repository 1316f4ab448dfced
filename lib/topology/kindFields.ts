import type { z } from 'zod'
import type { KindFields, RefField, Step } from './fieldTable'
import { type Kind, kindNames, kinds } from './kinds'

/** The fields of every kind, read from the schemas; `npm run schema` writes them down for what must not carry zod. */
export const kindFields = (): Record<string, KindFields> =>
  Object.fromEntries(
    kindNames.map((kind) => {
      const references: RefField[] = []
      walk(kinds[kind], [], references)
      return [kind, { fields: Object.keys(kinds[kind].shape), references }]
    }),
  )

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
      walk(def.element, [...steps, '*'], found)
      return
    case 'record':
      walk(def.valueType, [...steps, '*'], found)
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
