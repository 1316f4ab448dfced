import type { TopologyDocument } from '@/lib/topology/document'
import { vpcOf } from '@/lib/topology/vpcOf'

/** A resource with everything that stands in it: a VPC with its subnets and what is in them, an account with all it owns. */
export function withContents(document: TopologyDocument, id: string): string[] {
  const kind = document.resources[id]?.kind
  if (kind !== 'vpc' && kind !== 'account') return [id]
  const inside = Object.entries(document.resources).flatMap(([each, resource]) =>
    (kind === 'vpc' ? vpcOf(document, resource) : resource.account) === id ? [each] : [],
  )
  return [id, ...inside.filter((each) => each !== id)]
}
