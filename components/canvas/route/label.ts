import { meet, type Rect } from '../layout/frames'
import type { Point } from './traffic'

export const labelHeight = 16

/** About how wide a label's pill is: its text at 10.5 px, 600, and 6 px on either side. */
export const labelWidth = (text: string) => Math.round(text.length * 5.6 + 13)

/**
 * Where a label stands: in the middle of the longest straight piece that has room for it, clear of cards and of other
 * labels; over a level piece that is too short, if nothing is there; else nowhere. Never on the arrow's head.
 */
export function labelPlace(
  text: string,
  points: readonly Point[],
  cards: readonly Rect[],
  taken: readonly Rect[],
): Rect | undefined {
  const w = labelWidth(text)
  const pieces = points
    .slice(1)
    .map((b, i) => ({ a: points[i] ?? b, b, last: i === points.length - 2 }))
    .sort((p, q) => size(q) - size(p))
  const free = (r: Rect) => !cards.some((c) => meet(r, c, 2)) && !taken.some((t) => meet(r, t, 3))
  for (const piece of pieces) {
    const level = piece.a.y === piece.b.y
    const room = size(piece) - (piece.last ? 9 : 0)
    if (room < (level ? w + 12 : labelHeight + 4)) continue
    for (const part of [0.5, 0.35, 0.65, 0.2, 0.8]) {
      const along = part * room * (level ? Math.sign(piece.b.x - piece.a.x) : Math.sign(piece.b.y - piece.a.y))
      const at = level ? { x: piece.a.x + along, y: piece.a.y } : { x: piece.a.x, y: piece.a.y + along }
      const rect = { x: Math.round(at.x - w / 2), y: Math.round(at.y - labelHeight / 2), w, h: labelHeight }
      if (free(rect)) return rect
    }
  }
  for (const { a, b } of pieces) {
    if (a.y !== b.y) continue
    const rect = { x: Math.round((a.x + b.x) / 2 - w / 2), y: a.y - 14 - labelHeight / 2, w, h: labelHeight }
    if (free(rect)) return rect
  }
  return undefined
}

const size = (p: { a: Point; b: Point }) => Math.abs(p.a.x - p.b.x) + Math.abs(p.a.y - p.b.y)
