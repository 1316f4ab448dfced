import type { Place, TopologyDocument } from '@/lib/topology/document'
import type { Trace } from '@/lib/trace/trace'
import { cardRect, framesOf, type Rect } from '../layout/frames'
import { placed } from '../layout/placed'
import { type Call, callOf } from './call'
import { captionShifts } from './captions'
import { arrowsIn, type DrawnArrow } from './drawnArrows'
import { type Graph, graphOf } from './graph'

/** Everything on the canvas, in world units. */
export interface Scene {
  graph: Graph
  call: Call | undefined
  cards: Map<string, Rect>
  frames: Map<string, Rect>
  arrows: DrawnArrow[]
  /** How far the captions of some frames step aside for an arrow. */
  captions: Map<string, number>
}

export interface SceneInput {
  document: TopologyDocument
  trace?: Trace
  onlyCall: boolean
  /** Whether the ways of the arrows are wanted already: the cards need not wait for them. */
  routed?: boolean
  /** Places that stand in for the document's own while something is dragged. */
  moved?: Record<string, Place>
  /** The scene before: arrows that nothing moved near keep their ways, and what is the same stays the same object. */
  before?: Scene
}

export function sceneOf({ document, trace, onlyCall, routed = true, moved, before }: SceneInput): Scene {
  const whole = graphOf(document)
  const call = trace && callOf(whole, trace)
  const graph = onlyCall && call ? only(whole, call) : whole
  const places = { ...placed(whole, document.layout), ...moved }
  const cards = new Map([...graph.cards.keys()].flatMap((id) => (places[id] ? [[id, cardRect(places[id])]] : [])))
  const frames = wide(graph, framesOf(graph, places))
  const arrows = routed ? arrowsIn({ graph, call, cards, frames, before, dragging: moved !== undefined }) : []
  const captions = moved && before ? before.captions : captionShifts(graph, frames, arrows)
  return { graph, call, cards, frames, arrows, captions }
}

/** What the call touches, and the frames that hold it. */
function only(graph: Graph, call: Call): Graph {
  const kept = new Set(call.cards.keys())
  const cards = new Map([...graph.cards].filter(([id]) => kept.has(id)))
  const boxOf = new Map([...graph.boxOf].filter(([id]) => kept.has(id)))
  const frames = new Set<string>()
  for (const box of boxOf.values())
    for (let at = box; at !== undefined; at = graph.containers.get(at)?.parent) frames.add(at)
  const containers = new Map([...graph.containers].filter(([id]) => frames.has(id)))
  const arrows = graph.arrows.filter(
    (a) => kept.has(a.from) && kept.has(a.to) && (a.family === 'member' || call.arrows.has(a.id)),
  )
  return { cards, containers, boxOf, arrows }
}

/** A service plane is as wide as the VPCs that hang below it. */
function wide(graph: Graph, frames: Map<string, Rect>): Map<string, Rect> {
  for (const [id, c] of graph.containers) {
    const plane = frames.get(id)
    if (c.kind !== 'plane' || !plane) continue
    for (const [other, o] of graph.containers) {
      const vpc = frames.get(other)
      if (o.kind !== 'vpc' || o.parent !== c.parent || !vpc || vpc.y < plane.y + plane.h) continue
      if (vpc.x > plane.x + plane.w || plane.x > vpc.x + vpc.w) continue
      const right = Math.max(plane.x + plane.w, vpc.x + vpc.w)
      plane.x = Math.min(plane.x, vpc.x)
      plane.w = right - plane.x
    }
  }
  return frames
}
