import { holes } from '@/lib/network/holes'
import { allOf } from '@/lib/network/perDocument'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'

/** Whether some resource of a kind has one of these fields unread: it may be the one that was looked for. */
export const anyUnread = (doc: TopologyDocument, kind: Kind, ...paths: string[]): boolean =>
  allOf(kind)(doc).some(([id]) => holes(doc, id, ...paths).length > 0)
