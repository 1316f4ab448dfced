import { bounds, meet, type Rect } from '../layout/frames'
import type { RectIndex } from '../layout/rectIndex'
import type { Point } from './traffic'

export const labelHeight = 16

/** About how wide a label's pill is: its text at 10.5 px, 600, and 5 px on either side. */
export const labelWidth = (text: string) => Math.round(text.length * 5.4 + 11)

/** What a label keeps clear of: cards and other labels always, borders of frames if it can. */
export interface Around {
  cards: RectIndex
  frames: RectIndex
  labels: readonly Rect[]
}

/**
 * Where a label stands: on the longest straight piece that has room for it, as near its middle as borders allow; over a
 * level piece that is too short, if nothing is there; else nowhere. Never on the arrow's head.
 */
export function labelPlace(text: string, points: readonly Point[], around: Around): Rect | undefined {
  const w = labelWidth(text)
  const pieces = points
    .slice(1)
    .map((b, i) => ({ a: points[i] ?? b, b, last: i === points.length - 2 }))
    .sort((p, q) => size(q) - size(p))
  const reach = bounds(points.map((p) => ({ x: p.x - w, y: p.y - 40, w: 2 * w, h: 80 })))
  const cards = around.cards.near(reach)
  const frames = around.frames.near(reach)
  const free = (r: Rect) => !cards.some((c) => meet(r, c, 2)) && !around.labels.some((label) => meet(r, label, 3))

  let best: { rect: Rect; cost: number } | undefined
  for (const piece of pieces) {
    const level = piece.a.y === piece.b.y
    const room = size(piece) - (piece.last ? 9 : 0)
    if (room < (level ? w + 12 : labelHeight + 4)) continue
    for (const part of parts) {
      const along = part * room * (level ? Math.sign(piece.b.x - piece.a.x) : Math.sign(piece.b.y - piece.a.y))
      const at = level ? { x: piece.a.x + along, y: piece.a.y } : { x: piece.a.x, y: piece.a.y + along }
      const rect = { x: Math.round(at.x - w / 2), y: Math.round(at.y - labelHeight / 2), w, h: labelHeight }
      const cost =
        Math.abs(part - 0.5) * 40 +
        30 * frames.filter((f) => onBorder(rect, f)).length +
        60 * frames.filter((f) => meet(rect, captionOf(f))).length
      if (free(rect) && (!best || cost < best.cost)) best = { rect, cost }
    }
    if (best) return best.rect
  }
  for (const { a, b } of pieces) {
    if (a.y !== b.y) continue
    const rect = { x: Math.round((a.x + b.x) / 2 - w / 2), y: a.y - 14 - labelHeight / 2, w, h: labelHeight }
    if (free(rect)) return rect
  }
  return undefined
}

const parts = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]

const size = (p: { a: Point; b: Point }) => Math.abs(p.a.x - p.b.x) + Math.abs(p.a.y - p.b.y)

/** About where a frame's caption stands. */
const captionOf = (frame: Rect): Rect => ({ x: frame.x, y: frame.y, w: Math.min(frame.w, 150), h: 18 })

/** Whether a border of the frame runs through the label. */
function onBorder(label: Rect, frame: Rect): boolean {
  const inside =
    label.x > frame.x &&
    label.y > frame.y &&
    label.x + label.w < frame.x + frame.w &&
    label.y + label.h < frame.y + frame.h
  return meet(label, frame) && !inside
}
