/** A value that fits the plain parts of a JSON schema, keeping what is there already. */
export function sampleOf(schema: unknown, held: unknown): unknown {
  if (!isRecord(schema)) return held ?? 'text'
  const { type, properties, required, enum: allowed } = schema
  if (Array.isArray(allowed) && allowed.length > 0) return allowed.includes(held) ? held : allowed[0]
  switch (type ?? (properties === undefined ? undefined : 'object')) {
    case 'object':
      return objectOf(isRecord(properties) ? properties : {}, Array.isArray(required) ? required : [], held)
    case 'array':
      return Array.isArray(held) ? held.map((item) => sampleOf(schema.items, item)) : []
    case 'integer':
      return Number.isInteger(held) ? held : Math.ceil(numberIn(schema))
    case 'number':
      return typeof held === 'number' ? held : numberIn(schema)
    case 'boolean':
      return typeof held === 'boolean' ? held : true
    default:
      return typeof held === 'string' ? held : 'text'
  }
}

const numberIn = ({ minimum }: Record<string, unknown>) => (typeof minimum === 'number' ? minimum : 1)

function objectOf(properties: Record<string, unknown>, required: unknown[], held: unknown) {
  const value: Record<string, unknown> = isRecord(held) ? { ...held } : {}
  for (const [key, schema] of Object.entries(properties))
    if (Object.hasOwn(value, key)) value[key] = sampleOf(schema, value[key])
  for (const key of required)
    if (typeof key === 'string' && !Object.hasOwn(value, key)) value[key] = sampleOf(properties[key], undefined)
  return value
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
