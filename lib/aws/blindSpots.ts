import type { TopologyDocument } from '@/lib/topology/document'

/** Something that was looked for and could not be read. */
export interface BlindSpot {
  /** Logical id, or the account for a kind that could not be looked for. */
  resource: string
  /** JSON Pointer inside the resource, or the kind. */
  path: string
  says: string
  permission?: string
}

/** What is not visible by choice (not modelled, masked, another account's) is no blind spot. */
const failures = new Set(['accessDenied', 'throttled', 'failed'])

/** The blind spots of a document: those that a permission would settle come first, ordered by permission. */
export function blindSpots(doc: TopologyDocument): BlindSpot[] {
  const spots: BlindSpot[] = []
  for (const [resource, { notVisible }] of Object.entries(doc.resources))
    for (const { path, why, ask, permission } of notVisible ?? [])
      if (failures.has(why)) spots.push({ resource, path, says: ask, ...(permission ? { permission } : {}) })
  for (const { account, except } of doc.seen ?? [])
    for (const { kind, why, ask, permission } of except ?? [])
      if (failures.has(why))
        spots.push({ resource: account, path: kind, says: ask, ...(permission ? { permission } : {}) })
  return spots.sort((a, b) => order(a.permission, b.permission))
}

/** Those without a permission last. */
function order(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return a < b ? -1 : Number(a > b)
}
