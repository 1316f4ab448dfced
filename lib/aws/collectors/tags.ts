/** AWS's list of tags as an object, and the name that the `Name` tag gives. */
export function tagged(tags: { Key?: string; Value?: string }[] | undefined): {
  name?: string
  tags?: Record<string, string>
} {
  const all: Record<string, string> = {}
  for (const { Key, Value } of tags ?? []) if (Key !== undefined) all[Key] = Value ?? ''
  return taggedBy(all)
}

/** As `tagged`, of services that answer with an object. */
export function taggedBy(all: Record<string, string> | undefined): { name?: string; tags?: Record<string, string> } {
  const { Name: name, ...rest } = all ?? {}
  return { ...(name ? { name } : {}), ...(Object.keys(rest).length > 0 ? { tags: rest } : {}) }
}

/** The object without its undefined fields: an absent field means *not set*, `undefined` cannot be written as JSON. */
export function set<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
