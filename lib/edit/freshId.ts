import type { TopologyDocument } from '@/lib/topology/document'

/** A logical id that nothing has: the word itself, or with a number behind it. */
export function freshId(taken: { has(id: string): boolean }, word: string): string {
  const base = word.replaceAll(/[^\w.:-]+/g, '-')
  let id = base
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`
  return id
}

/** Every word that stands for a resource: logical ids and the ids at AWS. */
export const takenIn = (document: TopologyDocument): Set<string> =>
  new Set(
    Object.entries(document.resources).flatMap(([id, { physicalId }]) =>
      physicalId === undefined ? [id] : [id, physicalId],
    ),
  )
