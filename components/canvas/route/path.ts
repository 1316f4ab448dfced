import type { Point } from './traffic'

const radius = 7

/** An SVG path along the corners, rounded, ending `short` units before the last point to leave room for its arrow. */
export function pathOf(points: readonly Point[], short = 0): string {
  const ends = short > 0 ? cutEnd(points, short) : points
  const [first, ...rest] = ends
  if (!first) return ''
  let d = `M${first.x} ${first.y}`
  for (const [i, p] of rest.entries()) {
    const a = ends[i]
    const next = rest[i + 1]
    if (!a || !next) {
      d += `L${p.x} ${p.y}`
      continue
    }
    const r = Math.min(radius, length(a, p) / 2, length(p, next) / 2)
    const into = towards(p, a, r)
    const out = towards(p, next, r)
    d += `L${into.x} ${into.y}Q${p.x} ${p.y} ${out.x} ${out.y}`
  }
  return d
}

/** The filled head of an arrow, its tip at the last point. */
export function headOf(points: readonly Point[], size: number): string {
  const tip = points.at(-1)
  const before = points.at(-2)
  if (!tip || !before) return ''
  const back = towards(tip, before, size)
  const half = size / 2
  const level = tip.y === before.y
  const left = level ? { x: back.x, y: back.y - half } : { x: back.x - half, y: back.y }
  const right = level ? { x: back.x, y: back.y + half } : { x: back.x + half, y: back.y }
  return `M${tip.x} ${tip.y}L${left.x} ${left.y}L${right.x} ${right.y}Z`
}

const length = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)

function towards(from: Point, to: Point, by: number): Point {
  return {
    x: from.x + Math.sign(to.x - from.x) * by,
    y: from.y + Math.sign(to.y - from.y) * by,
  }
}

function cutEnd(points: readonly Point[], by: number): Point[] {
  const tip = points.at(-1)
  const before = points.at(-2)
  if (!tip || !before || length(tip, before) <= by) return [...points]
  return [...points.slice(0, -1), towards(tip, before, by)]
}
