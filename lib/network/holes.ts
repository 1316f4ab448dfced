import type { Missing } from '@/lib/known/known'
import type { TopologyDocument } from '@/lib/topology/document'
import { covers } from '@/lib/topology/pointer'

const none: Missing[] = []

/**
 * What of these fields nobody could read: each that a hole covers, wholly or in part. Most resources have no hole, and
 * are asked dozens of times in a trace.
 */
export function holes(doc: TopologyDocument, id: string | undefined, ...paths: string[]): Missing[] {
  const resource = id === undefined ? undefined : doc.resources[id]
  if (!resource?.notVisible || id === undefined) return none
  const found: Missing[] = []
  for (const hole of resource.notVisible)
    if (paths.some((path) => covers(hole.path, path) || covers(path, hole.path))) found.push({ resource: id, ...hole })
  return found
}
