import type { Place } from '@/lib/topology/document'
import { cardHeight, cardWidth, type Graph } from '../model/graph'
import { bounds, cardRect, meet, type Rect } from './frames'
import { columnGap, frame, rowGap } from './measures'

/**
 * A place for every card and every empty frame. Those that the document places keep their places; a newcomer stands
 * under its neighbours in its own frame, where nothing else is. Deterministic, so that nothing need be stored for it.
 */
export function placed(graph: Graph, layout: Readonly<Record<string, Place>>): Record<string, Place> {
  const found: Record<string, Place> = {}
  for (const id of [...graph.cards.keys(), ...graph.containers.keys()]) {
    const place = layout[id]
    if (place) found[id] = place
  }
  for (const id of graph.cards.keys()) found[id] ??= freePlace(graph, found, graph.boxOf.get(id))
  const filled = new Set([...graph.boxOf.values(), ...[...graph.containers.values()].map((c) => c.parent)])
  for (const id of graph.containers.keys())
    if (!filled.has(id)) found[id] ??= freePlace(graph, found, graph.containers.get(id)?.parent)
  return found
}

function freePlace(graph: Graph, found: Record<string, Place>, box: string | undefined): Place {
  const all = Object.values(found).map(cardRect)
  if (all.length === 0) return { x: frame.side, y: frame.top }
  const inBox = (id: string) => {
    for (let at = graph.boxOf.get(id) ?? graph.containers.get(id)?.parent; at; at = graph.containers.get(at)?.parent)
      if (at === box) return true
    return false
  }
  const mates = Object.entries(found).flatMap(([id, place]) =>
    box !== undefined && inBox(id) ? [cardRect(place)] : [],
  )
  const around = bounds(mates.length > 0 ? mates : all)
  const start =
    mates.length > 0 ? { x: around.x, y: around.y } : { x: around.x + around.w + 4 * columnGap, y: around.y }
  return firstFree(start, around, all)
}

/** Row by row from a corner, in the steps of the layout. */
function firstFree(start: Place, around: Rect, taken: Rect[]): Place {
  const columns = Math.max(1, Math.round(around.w / (cardWidth + columnGap)))
  for (let n = 0; n < 4 * (taken.length + 1); n += 1) {
    const at = {
      x: start.x + (n % columns) * (cardWidth + columnGap),
      y: start.y + Math.floor(n / columns) * (cardHeight + rowGap),
    }
    if (!taken.some((r) => meet(cardRect(at), r, 12))) return at
  }
  return { x: around.x + around.w + columnGap, y: around.y }
}
