import type { Rect } from '../layout/frames'
import { besideCost, crossCost, isAcross, isBeside, type Run, type Traffic } from './traffic'

/** The lines that an arrow may run on, and what each step along them costs; infinite where a card is in the way. */
export interface Grid {
  xs: number[]
  ys: number[]
  /** Cost of the step from (i, j) to (i + 1, j), at i * ys.length + j. */
  right: Float64Array
  /** Cost of the step from (i, j) to (i, j + 1). */
  down: Float64Array
}

export interface Terrain {
  /** Cards with the room to keep from them: nothing runs inside. */
  shut: readonly Rect[]
  frames: readonly Rect[]
  traffic: Traffic
  /** How much an arrow minds to run beside a border. */
  shy: number
}

export function gridOf(xs: number[], ys: number[], terrain: Terrain): Grid {
  const { traffic } = terrain
  const rows = ys.length
  const right = new Float64Array(xs.length * rows)
  const down = new Float64Array(xs.length * rows)
  const borders = bordersOf(terrain.frames)
  for (const [j, y] of ys.entries())
    fill(xs, y, traffic.level, traffic.upright, borders.level, terrain.shy, (i, cost) => {
      right[i * rows + j] = cost
    })
  for (const [i, x] of xs.entries())
    fill(ys, x, traffic.upright, traffic.level, borders.upright, terrain.shy, (j, cost) => {
      down[i * rows + j] = cost
    })
  const walls = Number.POSITIVE_INFINITY
  for (const card of terrain.shut) {
    const bottom = card.y + card.h
    const far = card.x + card.w
    // The lines just before the card begin the steps that run into it.
    const column = Math.max(0, after(xs, card.x) - 1)
    const row = Math.max(0, after(ys, card.y) - 1)
    for (let i = column; i < xs.length; i += 1) {
      const x = xs[i] ?? 0
      if (x >= far) break
      for (let j = row; j < rows; j += 1) {
        const y = ys[j] ?? 0
        if (y >= bottom) break
        if (y > card.y && (xs[i + 1] ?? x) > card.x) right[i * rows + j] = walls
        if (x > card.x && (ys[j + 1] ?? y) > card.y) down[i * rows + j] = walls
      }
    }
  }
  return { xs, ys, right, down }
}

/** The place of the first of the sorted lines that lies beyond. */
function after(lines: readonly number[], at: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle] ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}

/** Costs of all steps along one line. */
function fill(
  stops: readonly number[],
  at: number,
  same: readonly Run[],
  other: readonly Run[],
  borders: readonly Run[],
  shy: number,
  put: (step: number, cost: number) => void,
): void {
  const beside = same.filter((r) => isBeside(r, at))
  const across = other.filter((r) => isAcross(r, at))
  const along = borders.filter((r) => isBeside(r, at))
  for (const [i, p] of stops.entries()) {
    const q = stops[i + 1]
    if (q === undefined) continue
    let cost = q - p + besideCost(beside, p, q) + crossCost(across, p, q)
    for (const border of along) {
      const shared = Math.min(q, border.to) - Math.max(p, border.from)
      if (shared > 0) cost += shared * shy * (Math.abs(border.at - at) < 3 ? 4 : 1.2)
    }
    put(i, cost)
  }
}

function bordersOf(frames: readonly Rect[]): { level: Run[]; upright: Run[] } {
  const level: Run[] = []
  const upright: Run[] = []
  for (const r of frames) {
    for (const at of [r.y, r.y + r.h]) level.push({ at, from: r.x, to: r.x + r.w })
    for (const at of [r.x, r.x + r.w]) upright.push({ at, from: r.y, to: r.y + r.h })
  }
  return { level, upright }
}

/** Middles of the gaps between walls, more lanes where a gap is wide, and the given lines, sorted. */
export function linesOf(walls: readonly number[], given: readonly number[], from: number, to: number): number[] {
  const sorted = [...new Set(walls)].sort((a, b) => a - b)
  const lanes: number[] = []
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first !== undefined && last !== undefined) lanes.push(first - 16, last + 16)
  for (const [i, wall] of sorted.entries()) {
    const gap = (sorted[i + 1] ?? wall) - wall
    if (gap < 6) continue
    const middle = Math.round(wall + gap / 2)
    lanes.push(middle)
    if (gap >= 30) lanes.push(middle - 9, middle + 9)
    if (gap >= 60) lanes.push(wall + 12, wall + gap - 12)
  }
  const kept = [...new Set(given)].sort((a, b) => a - b)
  // A lane right beside a line that is there already only makes the search longer.
  for (const lane of lanes) {
    const at = after(kept, lane)
    if (lane - (kept[at - 1] ?? Number.NEGATIVE_INFINITY) >= 3 && (kept[at] ?? Number.POSITIVE_INFINITY) - lane >= 3)
      kept.splice(at, 0, lane)
  }
  return kept.filter((line) => line >= from && line <= to)
}
