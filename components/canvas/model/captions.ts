import type { Rect } from '../layout/frames'
import { RectIndex } from '../layout/rectIndex'
import { type DrawnArrow, piecesOf } from './drawnArrows'
import type { Graph } from './graph'
import type { Container } from './places'

const captionHeight = 18

/** Where a caption's text begins: after the icon in the corner, if the frame has one. */
const indent = (container: Container) => (container.kind === 'plane' ? 8 : 24)

/** About how wide a caption stands at 10.5 px. */
const widthOf = (container: Container) => [container.title, ...container.detail].join('  ').length * 5.8

/**
 * How far a frame's caption steps aside from its corner, so that no arrow and no label runs through its words: behind
 * the first of them that leaves room. The icon stays in the corner.
 */
export function captionShifts(
  graph: Graph,
  frames: ReadonlyMap<string, Rect>,
  arrows: readonly DrawnArrow[],
): Map<string, number> {
  const lines = new RectIndex(arrows.flatMap((a) => [...piecesOf(a.points), ...(a.label ? [a.label.rect] : [])]))
  const shifts = new Map<string, number>()
  for (const [id, frame] of frames) {
    const container = graph.containers.get(id)
    if (!container) continue
    const crossed = lines.near({ ...frame, h: captionHeight }).sort((a, b) => a.x - b.x)
    const start = frame.x + indent(container)
    const width = widthOf(container)
    const free = (x: number) =>
      x + width <= frame.x + frame.w && !crossed.some((r) => r.x < x + width + 4 && x < r.x + r.w + 4)
    const at = [start, ...crossed.map((r) => r.x + r.w + 8)].find((x) => x >= start && free(x))
    if (at !== undefined && at > start) shifts.set(id, at - start)
  }
  return shifts
}
