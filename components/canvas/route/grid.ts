import type { Rect } from '../layout/frames'

/** The lines that an arrow may run on, and where a card is in the way. */
export interface Grid {
  xs: number[]
  ys: number[]
  /** Whether the step from (i, j) to (i + 1, j), or to (i, j + 1), would run through a card. */
  shutRight: Uint8Array
  shutDown: Uint8Array
}

/** Gutters between cards and frames, and the lines that end at a port; `clearance` is kept from every card. */
export function gridOf(
  cards: Rect[],
  frames: Rect[],
  portXs: number[],
  portYs: number[],
  window: Rect,
  clearance: number,
): Grid {
  const inX = (x: number) => x >= window.x && x <= window.x + window.w
  const inY = (y: number) => y >= window.y && y <= window.y + window.h
  const xs = lines(
    [...cards, ...frames].flatMap((r) => [r.x, r.x + r.w]),
    portXs,
    inX,
  )
  const ys = lines(
    [...cards, ...frames].flatMap((r) => [r.y, r.y + r.h]),
    portYs,
    inY,
  )
  const shutRight = new Uint8Array(xs.length * ys.length)
  const shutDown = new Uint8Array(xs.length * ys.length)
  for (const card of cards) {
    const left = card.x - clearance
    const right = card.x + card.w + clearance
    const top = card.y - clearance
    const bottom = card.y + card.h + clearance
    for (let i = 0; i < xs.length; i += 1)
      for (let j = 0; j < ys.length; j += 1) {
        const x = xs[i] ?? 0
        const y = ys[j] ?? 0
        const nextX = xs[i + 1]
        const nextY = ys[j + 1]
        if (nextX !== undefined && y > top && y < bottom && x < right && nextX > left) shutRight[i * ys.length + j] = 1
        if (nextY !== undefined && x > left && x < right && y < bottom && nextY > top) shutDown[i * ys.length + j] = 1
      }
  }
  return { xs, ys, shutRight, shutDown }
}

/** Middles of the gaps between walls, two lanes more where a gap is wide, and the ports' own lines. */
function lines(walls: number[], ports: number[], inside: (at: number) => boolean): number[] {
  const sorted = [...new Set(walls)].sort((a, b) => a - b)
  const found = new Set(ports)
  const first = sorted[0]
  const last = sorted.at(-1)
  if (first !== undefined && last !== undefined) {
    found.add(first - 16)
    found.add(last + 16)
  }
  for (const [i, wall] of sorted.entries()) {
    const next = sorted[i + 1]
    if (next === undefined || next - wall < 6) continue
    const middle = Math.round((wall + next) / 2)
    found.add(middle)
    if (next - wall >= 30) {
      found.add(middle - 9)
      found.add(middle + 9)
    }
    if (next - wall >= 60) {
      found.add(wall + 12)
      found.add(next - 12)
    }
  }
  return [...found].filter(inside).sort((a, b) => a - b)
}
