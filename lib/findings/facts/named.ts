import { perDocument } from '@/lib/network/perDocument'
import type { Resource, TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import { completeFor } from '@/lib/topology/read'
import { referencesOf } from '@/lib/topology/references'
import { idsInText } from '@/lib/topology/text'
import { anyUnread } from './unread'
import { ways } from './ways'

/** Which resources another one names, by a reference, inside text, or by a stage variable. */
export const namedIds = perDocument((doc) => {
  const by = new Map<string, Set<Kind>>()
  const keep = (id: string, kind: Kind) => by.set(id, (by.get(id) ?? new Set<Kind>()).add(kind))
  for (const [from, resource] of Object.entries(doc.resources)) {
    for (const { to } of referencesOf(resource)) if (to !== from) keep(to, resource.kind)
    for (const { id } of idsInText(resource)) if (id !== from) keep(id, resource.kind)
  }
  for (const { link } of ways(doc)) if (link !== undefined) keep(link, 'restApi')
  return {
    has: (id: string, kind?: Kind): boolean => (kind === undefined ? by.has(id) : (by.get(id)?.has(kind) ?? false)),
  }
})

/** Whether all that might use a resource was looked at, and read whole. */
export const isClosed = (doc: TopologyDocument, { account, region }: Resource, ...kinds: Kind[]): boolean =>
  kinds.every((kind) => completeFor(doc, kind, { account, region }).known && !anyUnread(doc, kind, ''))
