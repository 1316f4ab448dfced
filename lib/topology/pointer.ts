/** JSON Pointer (RFC 6901) of a path of keys. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** The keys of a JSON Pointer. */
export const keysOf = (p: string): string[] =>
  p === ''
    ? []
    : p
        .slice(1)
        .split('/')
        .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

/** The value at a JSON Pointer, or undefined where there is none. */
export function valueAt(root: unknown, p: string): unknown {
  let value = root
  for (const key of keysOf(p)) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

/** Whether a hole at `hidden` covers the field at `path`: it hides itself and everything below it. */
export const covers = (hidden: string, path: string): boolean =>
  hidden === '' || path === hidden || path.startsWith(`${hidden}/`)
