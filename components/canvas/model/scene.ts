import type { Place, TopologyDocument } from '@/lib/topology/document'
import type { Trace } from '@/lib/trace/trace'
import { cardRect, framesOf, type Rect } from '../layout/frames'
import { placed } from '../layout/placed'
import { RectIndex } from '../layout/rectIndex'
import { labelPlace } from '../route/label'
import { routeAll } from '../route/route'
import type { Point } from '../route/traffic'
import { type Call, callOf, type Flow } from './call'
import { type Graph, graphOf } from './graph'

export interface Label {
  text: string
  rect: Rect
}

/** An arrow as it is drawn. Without `flow` it takes no part in the call. */
export interface DrawnArrow {
  id: string
  from: string
  to: string
  family: 'call' | 'member'
  flow?: Flow
  step?: number
  points: Point[]
  label?: Label
}

/** Everything on the canvas, in world units. */
export interface Scene {
  graph: Graph
  call: Call | undefined
  cards: Map<string, Rect>
  frames: Map<string, Rect>
  arrows: DrawnArrow[]
  /** Frames whose caption stands at the right, because an arrow crosses it at the left. */
  rightCaptions: Set<string>
}

export interface SceneInput {
  document: TopologyDocument
  trace?: Trace
  onlyCall: boolean
  /** Places that stand in for the document's own while something is dragged. */
  moved?: Record<string, Place>
  /** The scene before: arrows that nothing moved near keep their ways, and what is the same stays the same object. */
  before?: Scene
}

export function sceneOf({ document, trace, onlyCall, moved, before }: SceneInput): Scene {
  const whole = graphOf(document)
  const call = trace && callOf(whole, trace)
  const graph = onlyCall && call ? only(whole, call) : whole
  const places = { ...placed(whole, document.layout), ...moved }
  const cards = new Map([...graph.cards.keys()].flatMap((id) => (places[id] ? [[id, cardRect(places[id])]] : [])))
  const frames = wide(graph, framesOf(graph, places))
  const arrows = arrowsIn(graph, call, cards, frames, before, moved !== undefined)
  return { graph, call, cards, frames, arrows, rightCaptions: rightCaptions(graph, frames, arrows) }
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

function arrowsIn(
  graph: Graph,
  call: Call | undefined,
  cards: Map<string, Rect>,
  frames: Map<string, Rect>,
  before: Scene | undefined,
  dragging: boolean,
): DrawnArrow[] {
  const known = new Map(before?.arrows.map((a) => [a.id, a]))
  const drawn = new Map<string, Omit<DrawnArrow, 'points'> & { text: string }>()
  for (const a of graph.arrows) drawn.set(a.id, { id: a.id, from: a.from, to: a.to, family: a.family, text: a.label })
  for (const a of call?.arrows.values() ?? [])
    drawn.set(a.id, { id: a.id, from: a.from, to: a.to, family: 'call', flow: a.flow, step: a.step, text: a.label })
  const wishes = [...drawn.values()].map((a) => ({ ...a, rank: a.family === 'member' ? 1 : 0 }))
  const routes = routeAll(wishes, cards, [...frames.values()], before && waysKept(before, cards, dragging))

  const around = { cards: new RectIndex(cards.values()), frames: new RectIndex(frames.values()) }
  const taken: Rect[] = []
  return [...drawn.values()]
    .sort((a, b) => weight(a) - weight(b))
    .flatMap(({ text, ...arrow }) => {
      const points = routes.get(arrow.id)
      if (!points) return []
      const rect = text ? labelPlace(text, points, { ...around, labels: taken }) : undefined
      if (rect) taken.push(rect)
      return [sameOr(known.get(arrow.id), { ...arrow, points, ...(rect ? { label: { text, rect } } : {}) })]
    })
    .reverse()
}

function rightCaptions(graph: Graph, frames: Map<string, Rect>, arrows: readonly DrawnArrow[]): Set<string> {
  const lines = new RectIndex(arrows.flatMap((a) => [...piecesOf(a.points), ...(a.label ? [a.label.rect] : [])]))
  const found = new Set<string>()
  for (const [id, frame] of frames) {
    const container = graph.containers.get(id)
    if (!container) continue
    const w = Math.min(frame.w, 30 + (container.title.length + container.detail.join(' ').length) * 6)
    const left = { x: frame.x, y: frame.y, w, h: 18 }
    const right = { ...left, x: frame.x + frame.w - w }
    if (lines.near(left).length > lines.near(right).length) found.add(id)
  }
  return found
}

/** The straight pieces of a way, as rectangles without thickness. */
function piecesOf(points: readonly Point[]): Rect[] {
  return points.slice(1).map((b, i) => {
    const a = points[i] ?? b
    return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) }
  })
}

/** Up to this many arrows all are laid anew when a card has found its place, so that the ways depend on places alone. */
const anewMax = 150

/** Ways that still hold: both ends stand, relative to each other, where they stood, and no moved card is on them. */
function waysKept(before: Scene, cards: Map<string, Rect>, dragging: boolean): Map<string, Point[]> {
  const shifts = new Map<string, Point>()
  const moved: Rect[] = []
  for (const [id, is] of cards) {
    const was = before.cards.get(id)
    if (was) shifts.set(id, { x: is.x - was.x, y: is.y - was.y })
    if (!was || was.x !== is.x || was.y !== is.y) moved.push(is)
  }
  if (moved.length > 0 && !dragging && before.arrows.length <= anewMax) return new Map()
  const inTheWay = new RectIndex(moved)
  return new Map(
    before.arrows.flatMap((arrow): [string, Point[]][] => {
      const by = shifts.get(arrow.from)
      const end = shifts.get(arrow.to)
      if (!by || by.x !== end?.x || by.y !== end.y) return []
      if (by.x !== 0 || by.y !== 0) return [[arrow.id, arrow.points.map((p) => ({ x: p.x + by.x, y: p.y + by.y }))]]
      const blocked = moved.length > 0 && piecesOf(arrow.points).some((piece) => inTheWay.near(piece).length > 0)
      return blocked ? [] : [[arrow.id, arrow.points]]
    }),
  )
}

/** The same object for an arrow that is drawn as before. */
function sameOr(known: DrawnArrow | undefined, arrow: DrawnArrow): DrawnArrow {
  const same =
    known?.points === arrow.points &&
    known.flow === arrow.flow &&
    known.step === arrow.step &&
    known.label?.text === arrow.label?.text &&
    known.label?.rect.x === arrow.label?.rect.x &&
    known.label?.rect.y === arrow.label?.rect.y
  return known && same ? known : arrow
}

/** Labels of the call are placed first; its arrows are painted last. */
const weight = (a: { flow?: Flow; family: string }) => (a.flow ? 0 : a.family === 'call' ? 1 : 2)
