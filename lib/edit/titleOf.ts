import type { TopologyDocument } from '@/lib/topology/document'

/** What people call a resource: its name, its id at AWS, or its logical id. */
export function titleOf(document: TopologyDocument, id: string): string {
  const resource = document.resources[id]
  if (!resource) return id
  return resource.name ?? (resource.kind === 'httpEndpoint' ? resource.host : (resource.physicalId ?? id))
}
