import type { z } from 'zod'
import type { hole } from './field'
import type { Kind, kinds } from './kinds'
import type { api, authorizer, integration, method } from './kinds/api'
import type { stage } from './kinds/restApi'
import type { target } from './kinds/targetGroup'
import type { place, seen, topologyDocument } from './schema'

/** Documents larger than this (in bytes of JSON) are refused with their size. */
export const documentBytesMax = 10 * 1024 * 1024

export const schemaVersion = 1

export type TopologyDocument = z.infer<typeof topologyDocument>
export type ResourceOf<K extends Kind> = z.infer<(typeof kinds)[K]>
export type Resource = { [K in Kind]: ResourceOf<K> }[Kind]
export type Hole = z.infer<typeof hole>
export type Seen = z.infer<typeof seen>
export type Place = z.infer<typeof place>
export type Api = z.infer<typeof api>
export type Method = z.infer<typeof method>
export type Integration = z.infer<typeof integration>
export type Authorizer = z.infer<typeof authorizer>
export type Stage = z.infer<typeof stage>
export type Target = z.infer<typeof target>

/** All resources of one kind with their logical ids, in the document's order. */
export function resourcesOf<K extends Kind>(doc: TopologyDocument, kind: K): [string, ResourceOf<K>][] {
  const found: [string, ResourceOf<K>][] = []
  for (const [id, r] of Object.entries(doc.resources)) if (isOf(r, kind)) found.push([id, r])
  return found
}

/** The resource with this logical id when it is of this kind, else undefined. */
export function resourceOf<K extends Kind>(
  doc: TopologyDocument,
  id: string | undefined,
  kind: K,
): ResourceOf<K> | undefined {
  const found = id === undefined ? undefined : doc.resources[id]
  return found && isOf(found, kind) ? found : undefined
}

export function isOf<K extends Kind>(r: Resource, kind: K): r is Extract<Resource, { kind: K }> & ResourceOf<K> {
  return r.kind === kind
}
