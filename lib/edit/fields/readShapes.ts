import type { z } from 'zod'
import { type Kind, kindNames, kinds } from '@/lib/topology/kinds'
import type { Field, Shape } from './shape'

/** The fields of every kind, read from the schemas; `npm run schema` writes them down for what must not carry zod. */
export const readShapes = (): Record<string, Field[]> =>
  Object.fromEntries(kindNames.map((kind) => [kind, fieldsIn(kinds[kind].shape)]))

interface Meta {
  ref?: string[]
  text?: boolean
  policyText?: boolean
  format?: string
  stated?: boolean
}

const fieldsIn = (shape: Readonly<Record<string, z.core.$ZodType>>): Field[] =>
  Object.entries(shape).map(([key, schema]) => {
    const optional = defOf(schema).type === 'optional'
    return { key, shape: shapeOf(schema), ...(optional ? { optional } : {}) }
  })

function shapeOf(schema: z.core.$ZodType): Shape {
  const { ref, text, policyText, format, stated } = metaOf(schema)
  if (ref) return { type: 'text', ref: ref.filter((word): word is Kind => kindNames.includes(word as Kind)) }
  if (format === 'ip' || format === 'cidr') return { type: 'text', format }
  const def = defOf(schema)
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return shapeOf(def.innerType)
    case 'string':
      return {
        type: 'text',
        ...(text ? { ids: true } : {}),
        ...(policyText ? { policy: true, ids: true } : {}),
        ...patternOf(schema),
      }
    case 'number':
      return { type: 'number', ...boundsOf(schema), ...(format ? { format } : {}) }
    case 'boolean':
      return { type: 'boolean' }
    case 'enum':
      return { type: 'choice', words: Object.values(def.entries).map(String) }
    case 'literal':
      return def.values.includes(true) ? { type: 'boolean' } : { type: 'choice', words: def.values.map(String) }
    case 'array':
      return { type: 'list', of: shapeOf(def.element) }
    case 'record':
      return { type: 'map', of: shapeOf(def.valueType) }
    case 'object':
      return { type: 'object', fields: fieldsIn(def.shape), ...(stated ? { stated } : {}) }
    case 'union':
      return { type: 'either', of: def.options.map(shapeOf) }
    default:
      return { type: 'any' }
  }
}

function boundsOf(schema: z.core.$ZodType): { whole?: true; min?: number; max?: number } {
  const bag = (schema as z.core.$ZodTypes)._zod.bag as { minimum?: number; maximum?: number; format?: string }
  const bound = (value: number | undefined) => value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER
  return {
    ...(bag.format === 'safeint' ? { whole: true } : {}),
    ...(bound(bag.minimum) ? { min: Number(bag.minimum) } : {}),
    ...(bound(bag.maximum) ? { max: Number(bag.maximum) } : {}),
  }
}

function patternOf(schema: z.core.$ZodType): { pattern?: string; wants?: string } {
  const check = (schema as z.core.$ZodTypes)._zod.def.checks?.find((each) => each._zod.def.check === 'string_format')
  const def = check?._zod.def as { pattern?: RegExp; error?: (issue: unknown) => unknown } | undefined
  if (!def?.pattern) return {}
  const wants = def.error?.({})
  return { pattern: def.pattern.source, ...(typeof wants === 'string' ? { wants } : {}) }
}

const defOf = (schema: z.core.$ZodType) => (schema as z.core.$ZodTypes)._zod.def

const metaOf = (schema: z.core.$ZodType): Meta => ((schema as { meta?: () => unknown }).meta?.() as Meta) ?? {}
