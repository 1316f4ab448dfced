import { bounds, type Rect } from '../layout/frames'
import { RectIndex } from '../layout/rectIndex'
import { gridOf, linesOf } from './grid'
import { type Port, search } from './search'
import { type Point, type Run, Traffic } from './traffic'

export interface Wish {
  id: string
  from: string
  to: string
  /** Arrows of a call are laid first and get the straight ways; what merely belongs to something goes around them. */
  rank: number
}

/**
 * Ways for all arrows. Cards are never crossed; frames are crossed at right angles and never followed. `kept` are ways
 * already known.
 */
export function routeAll(
  wishes: readonly Wish[],
  cards: ReadonlyMap<string, Rect>,
  frames: readonly Rect[],
  kept: ReadonlyMap<string, Point[]> = new Map(),
): Map<string, Point[]> {
  const routes = new Map<string, Point[]>()
  const map: Land = {
    cards: new RectIndex(cards.values()),
    frames: new RectIndex(frames),
    traffic: new Traffic(),
    used: new Map(),
  }
  const near = (w: Wish) => distance(cards.get(w.from), cards.get(w.to))
  for (const wish of [...wishes].sort((a, b) => a.rank - b.rank || near(a) - near(b))) {
    const from = cards.get(wish.from)
    const to = cards.get(wish.to)
    if (!from || !to) continue
    const points = kept.get(wish.id) ?? routeOne(from, to, map, gaits[wish.rank === 0 ? 'call' : 'member'])
    map.traffic.add(points)
    for (const end of [points[0], points.at(-1)]) if (end) map.used.set(key(end), (map.used.get(key(end)) ?? 0) + 1)
    routes.set(wish.id, points)
  }
  return routes
}

interface Land {
  cards: RectIndex
  frames: RectIndex
  traffic: Traffic
  /** How many arrows end at a port. */
  used: Map<string, number>
}

const key = (p: Point) => `${p.x},${p.y}`

const distance = (a: Rect | undefined, b: Rect | undefined) => (a && b ? Math.abs(a.x - b.x) + Math.abs(a.y - b.y) : 0)

interface Gait {
  /** How near it may pass a card that it does not belong to. */
  clearance: number
  /** How far beside a card it likes to run. */
  aside: number
  /** How much it minds to run beside a border. */
  shy: number
}

/** A dotted line to a security group may slip between a card and the border of its frame. */
const gaits: Record<'call' | 'member', Gait> = {
  call: { clearance: 7, aside: 12, shy: 1 },
  member: { clearance: 3, aside: 4, shy: 0.1 },
}

/** Beyond this many cards in the window a search costs more than a frame: the arrow takes a plain elbow. */
const cardsMax = 60

function routeOne(from: Rect, to: Rect, land: Land, gait: Gait): Point[] {
  const direct = straight(from, to, land)
  if (direct) return direct
  const ends = bounds([from, to])
  const window = grown(ends, 110)
  const cards = land.cards.near(window)
  if (cards.length > cardsMax) return elbow(from, to)
  const frames = land.frames.near(window)
  const starts = portsOf(from, to, land.used, 'out')
  const goals = portsOf(to, from, land.used, 'in')
  const ports = [...starts, ...goals]
  const walls = [...cards, ...frames]
  const xs = linesOf(
    walls.flatMap((r) => [r.x, r.x + r.w]),
    [...ports.map((p) => p.x), ...cards.flatMap((r) => [r.x - gait.aside, r.x + r.w + gait.aside])],
    window.x,
    window.x + window.w,
  )
  const ys = linesOf(
    walls.flatMap((r) => [r.y, r.y + r.h]),
    ports.map((p) => p.y),
    window.y,
    window.y + window.h,
  )
  const grid = gridOf(xs, ys, {
    shut: cards.map((r) => (same(r, from) || same(r, to) ? r : grown(r, gait.clearance))),
    frames,
    traffic: land.traffic.within(window),
    shy: gait.shy,
  })
  return search(grid, starts, goals, to) ?? elbow(from, to)
}

const grown = (r: Rect, by: number): Rect => ({ x: r.x - by, y: r.y - by, w: r.w + 2 * by, h: r.h + 2 * by })

/** The plain straight way between two cards that stand in line, if nothing is on it. */
function straight(from: Rect, to: Rect, land: Land): Point[] | undefined {
  const upright = from.x === to.x
  if (!upright && from.y !== to.y) return undefined
  const ahead = upright ? to.y > from.y : to.x > from.x
  const at = upright ? from.x + from.w / 2 : from.y + from.h / 2
  const edge = (r: Rect, end: boolean) => (upright ? r.y + (end ? r.h : 0) : r.x + (end ? r.w : 0))
  const [p, q] = [edge(from, ahead), edge(to, !ahead)]
  const point = (along: number) => (upright ? { x: at, y: along } : { x: along, y: at })
  const ends = [point(p), point(q)]
  if (ends.some((end) => land.used.has(key(end)))) return undefined
  const path = bounds(ends.map((end) => ({ ...end, w: 0, h: 0 })))
  const others = land.cards.near(grown(path, 7)).filter((r) => !same(r, from) && !same(r, to))
  if (others.length > 0) return undefined
  const [low, high] = [Math.min(p, q), Math.max(p, q)]
  const [along, across] = upright
    ? [land.traffic.upright, land.traffic.level]
    : [land.traffic.level, land.traffic.upright]
  const beside = (r: Run) => Math.abs(r.at - at) < 7 && r.from < high && low < r.to
  const crossed = (r: Run) => r.from < at && at < r.to && r.at > low && r.at < high
  return along.some(beside) || across.some(crossed) ? undefined : ends
}

const same = (a: Rect, b: Rect) => a.x === b.x && a.y === b.y

function portsOf(card: Rect, other: Rect, used: ReadonlyMap<string, number>, role: 'in' | 'out'): Port[] {
  const cx = card.x + card.w / 2
  const cy = card.y + card.h / 2
  const above = other.y + other.h <= card.y
  const below = other.y >= card.y + card.h
  const favoured: Port['side'][] = role === 'out' ? (above ? [3, 0] : [0, 1]) : below ? [1, 2] : [2, 3]
  const found: Port[] = []
  for (const side of [0, 1, 2, 3] as const)
    for (const shift of [0, -1, 1]) {
      const level = side === 0 || side === 2
      const x = side === 0 ? card.x + card.w : side === 2 ? card.x : cx + shift * 34
      const y = side === 1 ? card.y + card.h : side === 3 ? card.y : cy + (level ? shift * 18 : 0)
      const base = (favoured.includes(side) ? 0 : 16) + (shift === 0 ? 0 : 22)
      found.push({ x, y, side, cost: base + (used.get(key({ x, y })) ?? 0) * 45 })
    }
  return found
}

/** The plain way where no search is made or none is found. */
function elbow(from: Rect, to: Rect): Point[] {
  const start = { x: from.x + from.w, y: from.y + from.h / 2 }
  const end = { x: to.x, y: to.y + to.h / 2 }
  if (end.x > start.x + 16) {
    const middle = Math.round((start.x + end.x) / 2)
    return [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end]
  }
  const below = to.y >= from.y
  const out = { x: from.x + from.w / 2, y: below ? from.y + from.h : from.y }
  const into = { x: to.x + to.w / 2, y: below ? to.y : to.y + to.h }
  const middle = Math.round((out.y + into.y) / 2)
  return [out, { x: out.x, y: middle }, { x: into.x, y: middle }, into]
}
