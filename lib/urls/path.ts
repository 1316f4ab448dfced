import { encodeSegment } from '@/lib/invocation/percent'

/** What stands for a parameter of the path or query. */
export interface Filled {
  name: string
  value: string
  example?: true
}

/** Values that people take for an example at once. */
const example = (name: string, greedy: boolean): string => {
  if (greedy) return 'any/path'
  return /id$|number|no$/i.test(name) ? '42' : `example-${name.toLowerCase()}`
}

/** The path to call for a resource path: `{name}` and greedy `{name+}` filled in, the rest percent-encoded. */
export function fillPath(
  resourcePath: string,
  params: Readonly<Record<string, string>>,
): { path: string; filled: Filled[] } {
  const filled: Filled[] = []
  const path = resourcePath
    .split('/')
    .map((segment) => {
      const [, name, plus] = /^\{([^}+]+)(\+?)\}$/.exec(segment) ?? []
      if (name === undefined) return encodeSegment(segment)
      const given = params[name]
      const value = given ?? example(name, plus === '+')
      filled.push({ name, value, ...(given === undefined ? { example: true as const } : {}) })
      return plus === '+' ? value.split('/').map(encodeSegment).join('/') : encodeSegment(value)
    })
    .join('/')
  return { path, filled }
}
