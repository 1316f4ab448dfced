import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { referencesOf } from '@/lib/topology/references'
import { idsOf } from '@/lib/wizard/ids'

/** Below this an id may be part of any other word. */
const telling = 9

/**
 * Copies under ids of their own: an id at AWS belongs to one resource, so a copy has another of the same form wherever a
 * field or a text of the copies says it. References and `${…}` go by logical ids and stay.
 */
export function freshNames(copies: TopologyDocument['resources']): TopologyDocument['resources'] {
  const names = new Map<string, string>()
  for (const [id, copy] of Object.entries(copies)) {
    const { hash } = idsOf(id)
    if (copy.physicalId !== undefined) names.set(copy.physicalId, another(copy.physicalId, hash('id')))
    const drawn = copy.kind === 'loadBalancer' ? /-([0-9a-f]{16})\./.exec(copy.dnsName ?? '')?.[1] : undefined
    if (drawn !== undefined) names.set(drawn, hash('dnsName'))
  }
  return Object.fromEntries(Object.entries(copies).map(([id, copy]) => [id, renamed(copy, names)]))
}

/** The same prefix and length, other digits. */
function another(id: string, digits: string): string {
  const prefix = /^.*-/.exec(id)?.[0] ?? ''
  return `${prefix}${digits.repeat(3).slice(0, id.length - prefix.length)}`
}

function renamed(copy: Resource, names: ReadonlyMap<string, string>): Resource {
  const references = new Set(referencesOf(copy).map(({ path }) => path))
  const walk = (value: unknown, path: (string | number)[]): unknown => {
    if (Array.isArray(value)) return value.map((each, n) => walk(each, [...path, n]))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each, [...path, key])]))
    if (typeof value !== 'string' || references.has(pointer(path))) return value
    const whole = names.get(value)
    if (whole !== undefined) return whole
    let text = value
    for (const [before, after] of names)
      if (before.length >= telling && text.includes(before)) text = replaced(text, before, after)
    return text
  }
  return walk(copy, []) as Resource
}

/** A token begins with a logical id, which may look like the id at AWS. */
const replaced = (text: string, before: string, after: string) =>
  text.split(before).reduce((left, right) => left + (left.endsWith('${') ? before : after) + right)
