import { meet, type Rect } from './frames'

const cell = 400

/** Rectangles by where they are, so that a drawing of thousands asks each arrow only for its neighbours. */
export class RectIndex {
  private readonly cells = new Map<string, Rect[]>()

  constructor(rects: Iterable<Rect>) {
    for (const rect of rects)
      for (const key of keysOf(rect)) {
        const list = this.cells.get(key)
        if (list) list.push(rect)
        else this.cells.set(key, [rect])
      }
  }

  /** Every rectangle that reaches into the window. */
  near(window: Rect): Rect[] {
    const found = new Set<Rect>()
    for (const key of keysOf(window))
      for (const rect of this.cells.get(key) ?? []) if (meet(rect, window)) found.add(rect)
    return [...found]
  }
}

function* keysOf(r: Rect): Generator<string> {
  for (let x = Math.floor(r.x / cell); x <= Math.floor((r.x + r.w) / cell); x += 1)
    for (let y = Math.floor(r.y / cell); y <= Math.floor((r.y + r.h) / cell); y += 1) yield `${x},${y}`
}
