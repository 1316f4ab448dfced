import type { Rect } from '../layout/frames'

export interface Point {
  x: number
  y: number
}

/** A straight piece of an arrow: level ones lie at a y, upright ones at an x. */
export interface Run {
  at: number
  from: number
  to: number
}

/** What already runs on the canvas: later arrows pay to cross it and pay more to run on top of it. */
export class Traffic {
  readonly level: Run[] = []
  readonly upright: Run[] = []

  /** The traffic that reaches into a window. */
  within(w: Rect): Traffic {
    const near = new Traffic()
    for (const r of this.level)
      if (r.at > w.y && r.at < w.y + w.h && r.from < w.x + w.w && r.to > w.x) near.level.push(r)
    for (const r of this.upright)
      if (r.at > w.x && r.at < w.x + w.w && r.from < w.y + w.h && r.to > w.y) near.upright.push(r)
    return near
  }

  add(points: readonly Point[]): void {
    for (const [i, b] of points.entries()) {
      const a = points[i - 1]
      if (!a) continue
      if (a.y === b.y) this.level.push(run(a.y, a.x, b.x))
      else this.upright.push(run(a.x, a.y, b.y))
    }
  }
}

const run = (at: number, p: number, q: number): Run => ({ at, from: Math.min(p, q), to: Math.max(p, q) })

/** Beside another arrow, on top of it: what a piece from p to q on the line pays for runs of its own direction. */
export function besideCost(runs: readonly Run[], p: number, q: number): number {
  let sum = 0
  for (const r of runs) if (r.from < q && p < r.to) sum += (Math.min(q, r.to) - Math.max(p, r.from)) * 6 + 40
  return sum
}

/** What it pays for crossing runs of the other direction; half-open, so that a crossing is paid once. */
export function crossCost(runs: readonly Run[], p: number, q: number): number {
  let sum = 0
  for (const r of runs) if (r.at > p && r.at <= q) sum += 60
  return sum
}

export const isBeside = (r: Run, at: number) => Math.abs(r.at - at) < 7
export const isAcross = (r: Run, at: number) => r.from < at && at < r.to
