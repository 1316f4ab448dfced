import { placed } from '@/components/canvas/layout/placed'
import { graphOf } from '@/components/canvas/model/graph'
import type { Change } from '@/lib/edit/change'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Operation } from '@/lib/topology/patch'
import { pointer } from '@/lib/topology/pointer'

/** A change with places for what it adds or moves: nothing that is drawn later moves it again. */
export function settled(document: TopologyDocument, change: Change): Change {
  const after = applyPatch(document, change.patch)
  const places = placed(graphOf(after), after.layout)
  const fresh = Object.keys(after.resources).filter(
    (id) => (!document.resources[id] || document.layout[id]) && !after.layout[id],
  )
  const patch = fresh.flatMap((id): Operation[] =>
    places[id] ? [{ op: 'add', path: pointer(['layout', id]), value: places[id] }] : [],
  )
  return { ...change, patch: [...change.patch, ...patch] }
}
