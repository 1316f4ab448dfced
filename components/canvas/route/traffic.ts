export interface Point {
  x: number
  y: number
}

interface Run {
  at: number
  from: number
  to: number
  owner: string
}

/** What already runs on the canvas: later arrows pay to cross it and pay more to run on top of it. */
export class Traffic {
  private readonly across: Run[] = []
  private readonly down: Run[] = []

  add(points: Point[], owner: string): void {
    for (const [i, b] of points.entries()) {
      const a = points[i - 1]
      if (!a) continue
      const run = (at: number, p: number, q: number): Run => ({ at, from: Math.min(p, q), to: Math.max(p, q), owner })
      if (a.y === b.y) this.across.push(run(a.y, a.x, b.x))
      else this.down.push(run(a.x, a.y, b.y))
    }
  }

  /** Cost of a level piece. */
  acrossCost(y: number, x1: number, x2: number): number {
    return cost(this.across, this.down, y, Math.min(x1, x2), Math.max(x1, x2))
  }

  /** Cost of an upright piece. */
  downCost(x: number, y1: number, y2: number): number {
    return cost(this.down, this.across, x, Math.min(y1, y2), Math.max(y1, y2))
  }
}

function cost(same: Run[], other: Run[], at: number, from: number, to: number): number {
  let sum = 0
  for (const run of same) {
    const near = Math.abs(run.at - at)
    if (near < 7 && run.from < to && from < run.to) sum += (Math.min(to, run.to) - Math.max(from, run.from)) * 6 + 40
  }
  // Half-open at one end, so that a crossing on a grid point is paid once.
  for (const run of other) if (run.at > from && run.at <= to && run.from < at && at < run.to) sum += 60
  return sum
}
