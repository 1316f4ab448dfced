/** JSON Schema of models, as far as it is evaluated here: https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html */
type Schema = Record<string, unknown>

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a value fits a schema; undefined where a keyword that is not evaluated here decides. */
export function fitsSchema(schema: unknown, value: unknown): boolean | undefined {
  if (!isObject(schema)) return undefined
  let open = false
  for (const [keyword, wanted] of Object.entries(schema)) {
    const fits = keywordFits(keyword, wanted, value, schema)
    if (fits === false) return false
    open ||= fits === undefined
  }
  return open ? undefined : true
}

function keywordFits(keyword: string, wanted: unknown, value: unknown, schema: Schema): boolean | undefined {
  switch (keyword) {
    case '$schema':
    case 'id':
    case '$id':
    case 'title':
    case 'description':
    case 'default':
    case 'definitions':
      return true
    case 'type':
      return [wanted].flat().some((type) => isOfType(type, value))
    case 'enum':
      return Array.isArray(wanted) && wanted.some((one) => JSON.stringify(one) === JSON.stringify(value))
    case 'required':
      return !isObject(value) || !Array.isArray(wanted) || wanted.every((key) => Object.hasOwn(value, String(key)))
    case 'properties':
      return !isObject(value) || !isObject(wanted) || every(wanted, value)
    case 'additionalProperties':
      return additionalFits(wanted, value, schema)
    case 'items':
      return !Array.isArray(value) || all(value.map((item) => fitsSchema(wanted, item)))
    default:
      return sizeFits(keyword, wanted, value)
  }
}

function isOfType(type: unknown, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  if (type === 'null') return value === null
  return typeof value === type
}

function every(properties: Schema, value: Schema): boolean | undefined {
  return all(
    Object.entries(properties).flatMap(([key, inner]) =>
      Object.hasOwn(value, key) ? [fitsSchema(inner, value[key])] : [],
    ),
  )
}

function additionalFits(wanted: unknown, value: unknown, schema: Schema): boolean | undefined {
  if (!isObject(value) || wanted === true) return true
  if (schema.patternProperties !== undefined) return undefined
  const named = isObject(schema.properties) ? schema.properties : {}
  const extra = Object.keys(value).filter((key) => !Object.hasOwn(named, key))
  return wanted === false ? extra.length === 0 : all(extra.map((key) => fitsSchema(wanted, value[key])))
}

/** Bounds; every other keyword is not evaluated. */
function sizeFits(keyword: string, wanted: unknown, value: unknown): boolean | undefined {
  if (typeof wanted !== 'number') return undefined
  switch (keyword) {
    case 'minimum':
      return typeof value !== 'number' || value >= wanted
    case 'maximum':
      return typeof value !== 'number' || value <= wanted
    case 'minLength':
      return typeof value !== 'string' || [...value].length >= wanted
    case 'maxLength':
      return typeof value !== 'string' || [...value].length <= wanted
    case 'minItems':
      return !Array.isArray(value) || value.length >= wanted
    case 'maxItems':
      return !Array.isArray(value) || value.length <= wanted
    default:
      return undefined
  }
}

const all = (fits: (boolean | undefined)[]): boolean | undefined =>
  fits.includes(false) ? false : fits.includes(undefined) ? undefined : true
