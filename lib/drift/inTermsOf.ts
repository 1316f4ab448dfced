import type { Pair } from '@/lib/diff/pairs'
import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Patch } from '@/lib/topology/patch'
import { referencesOf } from '@/lib/topology/references'

/** What was read, under the logical ids of the design: the other document of each pair gives its name. */
export function inTermsOf(live: TopologyDocument, pairs: Pair[]): TopologyDocument {
  const names = new Map(
    pairs.flatMap(({ before, after }): [string, string][] => (after === undefined ? [] : [[after, before ?? after]])),
  )
  const resources: Record<string, Resource> = {}
  for (const [id, resource] of Object.entries(live.resources)) resources[names.get(id) ?? id] = renamed(resource, names)
  return { ...live, resources, layout: {} }
}

function renamed(resource: Resource, names: Map<string, string>): Resource {
  const changes: Patch = referencesOf(resource).flatMap(({ path, to }) => {
    const name = names.get(to)
    return name === undefined || name === to ? [] : [{ op: 'replace', path, value: name }]
  })
  return applyPatch(resource, changes)
}
