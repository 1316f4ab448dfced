import type { Rect } from '../layout/frames'
import type { Grid } from './grid'
import type { Point } from './traffic'

export interface Port extends Point {
  /** Direction in which an arrow leaves the card here: 0 right, 1 down, 2 left, 3 up. */
  side: 0 | 1 | 2 | 3
  cost: number
}

const bend = 36

/** The cheapest way of level and upright pieces from any of the ports to any of the others, or none. */
export function search(grid: Grid, from: readonly Port[], to: readonly Port[], goal: Rect): Point[] | undefined {
  const { xs, ys } = grid
  const rows = ys.length
  const size = xs.length * rows * 4
  const best = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(size).fill(-1)
  const heap = new Heap()
  const cellOf = (p: Point) => xs.indexOf(p.x) * rows + ys.indexOf(p.y)
  const ends = new Map<number, number>()
  // The arrow enters against the side that the port faces.
  for (const port of to) ends.set(cellOf(port) * 4 + ((port.side + 2) % 4), port.cost)
  /** Never more than what is left to go. */
  const left = (x: number, y: number) =>
    Math.max(goal.x - x, 0, x - goal.x - goal.w) + Math.max(goal.y - y, 0, y - goal.y - goal.h)

  for (const port of from) {
    const state = cellOf(port) * 4 + port.side
    best[state] = port.cost
    heap.push(state, port.cost + left(port.x, port.y))
  }
  let end = -1
  let endCost = Number.POSITIVE_INFINITY
  for (let state = heap.pop(); state !== undefined; state = heap.pop()) {
    const cost = best[state] ?? 0
    if (cost >= endCost) break
    const last = ends.get(state)
    if (last !== undefined && cost + last < endCost) {
      end = state
      endCost = cost + last
      continue
    }
    const side = state % 4
    const cell = (state - side) / 4
    const i = Math.floor(cell / rows)
    const j = cell % rows
    for (let turn = -1; turn <= 1; turn += 1) {
      const next = (side + turn + 4) % 4
      const i2 = next === 0 ? i + 1 : next === 2 ? i - 1 : i
      const j2 = next === 1 ? j + 1 : next === 3 ? j - 1 : j
      if (i2 < 0 || j2 < 0 || i2 >= xs.length || j2 >= rows) continue
      const at = Math.min(i, i2) * rows + Math.min(j, j2)
      const step = (next % 2 === 0 ? grid.right[at] : grid.down[at]) ?? Number.POSITIVE_INFINITY
      const sum = cost + step + (turn === 0 ? 0 : bend)
      const there = (i2 * rows + j2) * 4 + next
      if (sum >= (best[there] ?? 0) || sum >= endCost) continue
      best[there] = sum
      before[there] = state
      heap.push(there, sum + left(xs[i2] ?? 0, ys[j2] ?? 0))
    }
  }
  if (end < 0) return undefined
  const points: Point[] = []
  for (let state = end; state >= 0; state = before[state] ?? -1) {
    const cell = (state - (state % 4)) / 4
    points.unshift({ x: xs[Math.floor(cell / rows)] ?? 0, y: ys[cell % rows] ?? 0 })
  }
  return straightened(points)
}

/** The corners alone. */
function straightened(points: Point[]): Point[] {
  return points.filter((p, i) => {
    const a = points[i - 1]
    const b = points[i + 1]
    return !a || !b || !((a.x === p.x && p.x === b.x) || (a.y === p.y && p.y === b.y))
  })
}

/** A binary heap of states by cost. */
class Heap {
  private readonly states: number[] = []
  private readonly costs: number[] = []

  push(state: number, cost: number): void {
    let at = this.states.length
    this.states.push(state)
    this.costs.push(cost)
    while (at > 0) {
      const up = (at - 1) >> 1
      if ((this.costs[up] ?? 0) <= cost) break
      this.put(at, this.states[up] ?? 0, this.costs[up] ?? 0)
      at = up
    }
    this.put(at, state, cost)
  }

  pop(): number | undefined {
    const top = this.states[0]
    const state = this.states.pop()
    const cost = this.costs.pop()
    if (state === undefined || cost === undefined || this.states.length === 0) return top
    let at = 0
    for (;;) {
      let down = 2 * at + 1
      if (down >= this.states.length) break
      if ((this.costs[down + 1] ?? Number.POSITIVE_INFINITY) < (this.costs[down] ?? 0)) down += 1
      if ((this.costs[down] ?? 0) >= cost) break
      this.put(at, this.states[down] ?? 0, this.costs[down] ?? 0)
      at = down
    }
    this.put(at, state, cost)
    return top
  }

  private put(at: number, state: number, cost: number): void {
    this.states[at] = state
    this.costs[at] = cost
  }
}
