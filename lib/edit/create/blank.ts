import type { Field, Shape } from '../fields/shape'

/** What a field that must be there begins with: the first word, nothing in a list, or a value of the right form. */
export function blank(shape: Shape, refer: (kinds: readonly string[]) => string | undefined, key: string): unknown {
  switch (shape.type) {
    case 'text':
      if (shape.ref) return refer(shape.ref) ?? ''
      if (shape.format === 'ip') return '10.0.0.10'
      if (shape.format === 'cidr') return '10.0.0.0/16'
      return textOf[key] ?? key
    case 'number':
      return shape.format === 'port' ? 443 : (shape.min ?? 0)
    case 'boolean':
      return false
    case 'choice':
      return shape.words[0] ?? ''
    case 'list':
      return []
    case 'map':
    case 'any':
      return {}
    case 'object':
      return blankFields(shape.fields, refer)
    case 'either':
      return shape.of[0] ? blank(shape.of[0], refer, key) : {}
  }
}

export const blankFields = (fields: readonly Field[], refer: (kinds: readonly string[]) => string | undefined) =>
  Object.fromEntries(
    fields.filter(({ optional }) => !optional).map(({ key, shape }) => [key, blank(shape, refer, key)]),
  )

/** Words that AWS itself begins with, or that stand for a name nobody has chosen yet. */
const textOf: Record<string, string> = {
  status: 'active',
  state: 'active',
  domainName: 'api.example.com',
  zoneName: 'example.internal',
  host: 'backend.example.com',
}
