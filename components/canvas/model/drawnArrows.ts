import type { Rect } from '../layout/frames'
import { RectIndex } from '../layout/rectIndex'
import { labelPlace } from '../route/label'
import { routeAll } from '../route/route'
import type { Point } from '../route/traffic'
import type { Call, Flow } from './call'
import type { Graph } from './graph'

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

interface Ground {
  graph: Graph
  call: Call | undefined
  cards: Map<string, Rect>
  frames: Map<string, Rect>
  /** What was drawn before, if anything was. */
  before: { cards: Map<string, Rect>; arrows: DrawnArrow[] } | undefined
  dragging: boolean
}

/** All arrows with their ways and labels, those of the call last, so that they are painted over the others. */
export function arrowsIn({ graph, call, cards, frames, before, dragging }: Ground): DrawnArrow[] {
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
      const was = known.get(arrow.id)
      // While something is dragged, labels elsewhere stay where they are.
      const stays = dragging && was?.points === points && (was.label?.text ?? '') === text
      const rect = stays ? was.label?.rect : text ? labelPlace(text, points, { ...around, labels: taken }) : undefined
      if (rect) taken.push(rect)
      return [sameOr(was, { ...arrow, points, ...(rect ? { label: { text, rect } } : {}) })]
    })
    .reverse()
}

/** The straight pieces of a way, as rectangles without thickness. */
export function piecesOf(points: readonly Point[]): Rect[] {
  return points.slice(1).map((b, i) => {
    const a = points[i] ?? b
    return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) }
  })
}

/** Up to this many arrows all are laid anew when a card has found its place, so that the ways depend on places alone. */
const anewMax = 150

/** Ways that still hold: both ends stand, relative to each other, where they stood, and no moved card is on them. */
function waysKept(
  before: NonNullable<Ground['before']>,
  cards: Map<string, Rect>,
  dragging: boolean,
): Map<string, Point[]> {
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
