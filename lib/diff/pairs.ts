import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { referencesOf } from '@/lib/topology/references'

/** A resource of A and what it is in B; one of the two is absent when only the other document has it. */
export interface Pair {
  before?: string
  after?: string
}

/**
 * Which resource of B is which of A: by logical id and kind, then by physical id, then by kind, name and place (the
 * account, region and VPC it names).
 */
export function pairsOf(a: TopologyDocument, b: TopologyDocument): Pair[] {
  const free = new Set(Object.keys(b.resources))
  const pairs: Pair[] = []
  const rest: string[] = []
  for (const id of Object.keys(a.resources))
    if (b.resources[id]?.kind === a.resources[id]?.kind) {
      pairs.push({ before: id, after: id })
      free.delete(id)
    } else rest.push(id)
  for (const key of [physicalKey, nameKey]) {
    const byKey = new Map([...free].flatMap((id) => entry(b, id, key)))
    for (const id of [...rest]) {
      const [found] = entry(a, id, key)
      const after = found && byKey.get(found[0])
      if (after === undefined || !free.has(after)) continue
      pairs.push({ before: id, after })
      free.delete(after)
      rest.splice(rest.indexOf(id), 1)
    }
  }
  return [...pairs, ...rest.map((before) => ({ before })), ...[...free].map((after) => ({ after }))]
}

type Key = (resource: Resource) => string | undefined

function entry(doc: TopologyDocument, id: string, key: Key): [string, string][] {
  const resource = doc.resources[id]
  const word = resource && key(resource)
  return word === undefined ? [] : [[word, id]]
}

const physicalKey: Key = (r) => (r.physicalId === undefined ? undefined : `${r.kind} ${r.physicalId}`)

const nameKey: Key = (r) => {
  if (r.name === undefined) return undefined
  const place = referencesOf(r).find((reference) => reference.path === '/vpc')?.to ?? ''
  return [r.kind, r.name, r.account ?? '', r.region ?? '', place].join(' ')
}
