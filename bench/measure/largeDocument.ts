import { buildTemplate } from '@/lib/templates/build'
import type { TopologyDocument } from '@/lib/topology/document'

/** Every id and name that must differ between two copies of the chain; accounts stay the same. */
function idsOf(document: TopologyDocument): string[] {
  const ids = Object.entries(document.resources).flatMap(([id, r]) => (r.kind === 'account' ? [] : [id, r.physicalId]))
  return [...new Set(ids)].filter((id) => id !== undefined).sort((a, b) => b.length - a.length)
}

/** The private-API chain over and over, each copy with ids of its own, until there are about `count` resources. */
export function largeDocument(count: number): TopologyDocument {
  const chain = buildTemplate('private-api', {})
  const pattern = new RegExp(
    idsOf(chain)
      .map((id) => id.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|'),
    'g',
  )
  const text = JSON.stringify(chain)
  const document: TopologyDocument = { ...chain, name: `${count} resources`, resources: {} }
  for (let copy = 1; Object.keys(document.resources).length < count; copy++) {
    const suffix = `x${copy}`
    const copied: TopologyDocument = JSON.parse(text.replaceAll(pattern, (id) => `${id}${suffix}`))
    Object.assign(document.resources, copied.resources)
  }
  return document
}
