import type { Kind } from '@/lib/topology/kinds'
import type { Field, Shape } from './shape'
import { shapesOf } from './shapes.generated'

/** What a key leads to: the value's shape, and whether it may be absent. An entry of a list or a map always may. */
export function insideOf(shape: Shape, key: string): { shape: Shape; optional: boolean } | undefined {
  if (shape.type === 'either') {
    const found = shape.of.flatMap((option) => insideOf(option, key) ?? [])
    const [first, ...more] = found
    if (!first || more.length === 0) return first
    return { shape: { type: 'either', of: found.map((each) => each.shape) }, optional: first.optional }
  }
  if (shape.type === 'list' || shape.type === 'map') return { shape: shape.of, optional: true }
  const field: Field | undefined = shape.type === 'object' ? shape.fields.find((each) => each.key === key) : undefined
  return field && { shape: field.shape, optional: field.optional === true }
}

/** The shape of a field of a kind; undefined where the schema says nothing. */
export function shapeAt(kind: Kind, keys: readonly string[]): Shape | undefined {
  let shape: Shape | undefined = { type: 'object', fields: shapesOf[kind] }
  for (const key of keys) shape = shape && insideOf(shape, key)?.shape
  return shape
}
