import { type Evidence, type Known, known, type Missing, missing } from '@/lib/known/known'
import type { Resource, ResourceOf, TopologyDocument } from './document'
import type { Kind } from './kinds'
import { covers, valueAt } from './pointer'

/**
 * A field of a resource as a fact: its value with the evidence, or what is missing when a `notVisible` covers it.
 * `undefined` is a known answer: not set. `path` is a JSON Pointer inside the resource.
 */
export function read<T = unknown>(doc: TopologyDocument, id: string, path: string): Known<T> {
  const resource = doc.resources[id]
  const hidden = resource?.notVisible?.find((h) => covers(h.path, path))
  if (hidden) return missing({ resource: id, path, why: hidden.why, ask: hidden.ask, ...permission(hidden.permission) })
  const value = resource === undefined ? undefined : valueAt(resource, path)
  return known(value as T, [{ resource: id, path, value }])
}

/** As `read`, typed by a top-level field of the kind. */
export function readField<K extends Kind, F extends keyof ResourceOf<K> & string>(
  doc: TopologyDocument,
  id: string,
  _kind: K,
  field: F,
): Known<ResourceOf<K>[F]> {
  return read<ResourceOf<K>[F]>(doc, id, `/${field}`)
}

/** As `readField`, for a list or record that counts as a whole: a hole in any part of it hides all. */
export function readWhole<K extends Kind, F extends keyof ResourceOf<K> & string>(
  doc: TopologyDocument,
  id: string,
  kind: K,
  field: F,
): Known<ResourceOf<K>[F]> {
  const path = `/${field}`
  const part = doc.resources[id]?.notVisible?.find((h) => covers(path, h.path))
  if (!part) return readField(doc, id, kind, field)
  return missing({ resource: id, path: part.path, why: part.why, ask: part.ask, ...permission(part.permission) })
}

/** What hides part of a value below `path`: a list of which one entry could not be read is not known as a whole. */
export function holesBelow(resource: Resource, path: string): Missing[] {
  return (resource.notVisible ?? [])
    .filter((h) => covers(path, h.path) || covers(h.path, path))
    .map((h) => ({ resource: '', path: h.path, why: h.why, ask: h.ask, ...permission(h.permission) }))
}

/** Where a resource of some kind would be looked for. Without an account or region: anywhere. */
export interface Where {
  account?: string
  region?: string
}

/**
 * Whether the document can say that no *other* resource of this kind exists there: true in a closed document (no
 * `seen`) and where the kind was looked at; otherwise what is missing.
 */
export function completeFor(doc: TopologyDocument, kind: Kind, where: Where): Known<true> {
  if (!doc.seen) return known(true)
  const looked = doc.seen.filter(
    (s) =>
      (where.account === undefined || s.account === where.account) &&
      (where.region === undefined || s.region === where.region),
  )
  const evidence: Evidence[] = []
  for (const s of looked) {
    const except = s.except?.find((e) => e.kind === kind)
    if (except)
      return missing({
        resource: s.account,
        path: '',
        why: except.why,
        ask: except.ask,
        ...permission(except.permission),
      })
    if (s.kinds.includes(kind)) return known(true, evidence)
  }
  const place =
    [where.account && `account ${where.account}`, where.region].filter(Boolean).join(', ') || 'this topology'
  return missing({
    resource: where.account ?? '',
    path: '',
    why: 'notInspected',
    ask: `Nobody has looked for a ${kind} in ${place}.`,
  })
}

const permission = (p: string | undefined) => (p === undefined ? {} : { permission: p })
