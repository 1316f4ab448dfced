import type { Place } from '@/lib/topology/document'
import { cardHeight, cardWidth, type Graph } from '../model/graph'
import { frame } from './measures'

export interface Rect {
  x: number
  y: number
  w: number
  h: number
}

export const cardRect = (place: Place): Rect => ({ x: place.x, y: place.y, w: cardWidth, h: cardHeight })

/** A frame without contents, as large as one card. */
export const emptyFrame = { w: cardWidth + 2 * frame.side, h: cardHeight + frame.top }

/** Frames follow what they hold: a moved card takes its frames along, and none needs a place of its own unless empty. */
export function framesOf(graph: Graph, layout: Record<string, Place>): Map<string, Rect> {
  const held = new Map<string, Rect[]>()
  const into = (box: string | undefined, rect: Rect) => {
    if (box === undefined) return
    const rects = held.get(box)
    if (rects) rects.push(rect)
    else held.set(box, [rect])
  }
  for (const [id, box] of graph.boxOf) {
    const place = layout[id]
    if (place) into(box, cardRect(place))
  }
  const frames = new Map<string, Rect>()
  for (const id of deepestFirst(graph)) {
    const rects = held.get(id)
    const place = layout[id]
    const rect = rects ? around(rects) : place && { x: place.x, y: place.y, ...emptyFrame }
    if (!rect) continue
    frames.set(id, rect)
    into(graph.containers.get(id)?.parent, rect)
  }
  return frames
}

/** The frame around what it holds, its padding and caption included. */
function around(rects: Rect[]): Rect {
  const all = bounds(rects)
  return {
    x: all.x - frame.side,
    y: all.y - frame.top,
    w: all.w + 2 * frame.side,
    h: all.h + frame.top + frame.bottom,
  }
}

export function bounds(rects: Rect[]): Rect {
  const x = Math.min(...rects.map((r) => r.x))
  const y = Math.min(...rects.map((r) => r.y))
  return { x, y, w: Math.max(...rects.map((r) => r.x + r.w)) - x, h: Math.max(...rects.map((r) => r.y + r.h)) - y }
}

function deepestFirst(graph: Graph): string[] {
  const depth = (id: string | undefined): number => {
    const parent = id === undefined ? undefined : graph.containers.get(id)?.parent
    return parent === undefined ? 0 : depth(parent) + 1
  }
  return [...graph.containers.keys()].sort((a, b) => depth(b) - depth(a))
}

export const meet = (a: Rect, b: Rect, margin = 0) =>
  a.x < b.x + b.w + margin && b.x < a.x + a.w + margin && a.y < b.y + b.h + margin && b.y < a.y + a.h + margin
