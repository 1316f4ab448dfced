import { bounds, type Rect } from '../layout/frames'
import { gridOf } from './grid'
import { type Port, search } from './search'
import { type Point, Traffic } from './traffic'

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
  const traffic = new Traffic()
  const ports = new Map<string, number>()
  const near = (w: Wish) => distance(cards.get(w.from), cards.get(w.to))
  const order = [...wishes].sort((a, b) => a.rank - b.rank || near(a) - near(b))
  for (const wish of order) {
    const from = cards.get(wish.from)
    const to = cards.get(wish.to)
    if (!from || !to) continue
    const points =
      kept.get(wish.id) ??
      routeOne(from, to, [...cards.values()], frames, traffic, ports, gaits[wish.rank === 0 ? 'call' : 'member'])
    traffic.add(points, wish.id)
    for (const end of [points[0], points.at(-1)]) if (end) ports.set(key(end), (ports.get(key(end)) ?? 0) + 1)
    routes.set(wish.id, points)
  }
  return routes
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
const cardsMax = 90

function routeOne(
  from: Rect,
  to: Rect,
  cards: readonly Rect[],
  frames: readonly Rect[],
  traffic: Traffic,
  used: ReadonlyMap<string, number>,
  gait: Gait,
): Point[] {
  const ends = bounds([from, to])
  const window = { x: ends.x - 130, y: ends.y - 130, w: ends.w + 260, h: ends.h + 260 }
  const inside = cards.filter((r) => touches(r, window))
  const borders = frames.filter((r) => touches(r, window))
  const starts = portsOf(from, to, used, 'out')
  const goals = portsOf(to, from, used, 'in')
  if (inside.length > cardsMax) return elbow(from, to)
  const all = [...starts, ...goals]
  const grid = gridOf(
    inside.filter((r) => r !== from && r !== to),
    borders,
    [...all.map((p) => p.x), ...sides(inside, 'x', 'w', gait.aside)],
    [...all.map((p) => p.y), ...sides(inside, 'y', 'h', 15)],
    window,
    gait.clearance,
  )
  shut(grid, from)
  shut(grid, to)
  const found = search(grid, starts, goals, {
    bend: 36,
    across: (y, x1, x2) => traffic.acrossCost(y, x1, x2) + gait.shy * along(borders, y, x1, x2, 'y', 'h', 'x', 'w'),
    down: (x, y1, y2) => traffic.downCost(x, y1, y2) + gait.shy * along(borders, x, y1, y2, 'x', 'w', 'y', 'h'),
  })
  return found ?? elbow(from, to)
}

const touches = (r: Rect, w: Rect) => r.x < w.x + w.w && w.x < r.x + r.w && r.y < w.y + w.h && w.y < r.y + r.h

const sides = (rects: readonly Rect[], at: 'x' | 'y', size: 'w' | 'h', gap: number) =>
  rects.flatMap((r) => [r[at] - gap, r[at] + r[size] + gap])

/** The two cards of an arrow may be left and entered at their ports, but not run through. */
function shut(grid: ReturnType<typeof gridOf>, card: Rect): void {
  const rows = grid.ys.length
  for (const [i, x] of grid.xs.entries())
    for (const [j, y] of grid.ys.entries()) {
      const nextX = grid.xs[i + 1] ?? x
      const nextY = grid.ys[j + 1] ?? y
      if (y > card.y - 1 && y < card.y + card.h + 1 && nextX > card.x && x < card.x + card.w)
        grid.shutRight[i * rows + j] = 1
      if (x > card.x - 1 && x < card.x + card.w + 1 && nextY > card.y && y < card.y + card.h)
        grid.shutDown[i * rows + j] = 1
    }
}

/** What a piece pays for running along a frame's border instead of crossing it. */
function along(
  frames: readonly Rect[],
  at: number,
  p: number,
  q: number,
  across: 'x' | 'y',
  thick: 'w' | 'h',
  way: 'x' | 'y',
  long: 'w' | 'h',
): number {
  let sum = 0
  const from = Math.min(p, q)
  const to = Math.max(p, q)
  for (const r of frames) {
    const shared = Math.min(to, r[way] + r[long]) - Math.max(from, r[way])
    if (shared <= 0) continue
    const nearest = Math.min(Math.abs(at - r[across]), Math.abs(at - r[across] - r[thick]))
    if (nearest < 7) sum += shared * (nearest < 3 ? 4 : 1.2)
  }
  return sum
}

function portsOf(card: Rect, other: Rect, used: ReadonlyMap<string, number>, role: 'in' | 'out'): Port[] {
  const cx = card.x + card.w / 2
  const cy = card.y + card.h / 2
  const above = other.y + other.h <= card.y
  const favoured: Port['side'][] =
    role === 'out' ? (above ? [3, 0] : [0, 1]) : other.y >= card.y + card.h ? [1, 2] : [2, 3]
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
