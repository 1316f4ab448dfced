import type { Graph } from '../model/graph'
import { bounds, cardRect, framesOf, type Rect } from './frames'
import type { Layout } from './layOut'
import { columnGap, frame, labelGap, planeGap, siblingGap } from './measures'
import type { Branch, Tree } from './tree'
import type { Wave } from './wave'

/**
 * What the engine leaves to us: frames that no arrow orders stand side by side in the order of their columns (small
 * ones stacked), and the VPC hangs as close below the service plane as a label allows.
 */
export function settle(graph: Graph, tree: Tree, wave: Wave, found: Layout): Layout {
  let layout = found
  const rectOf = (branch: Branch) => extent(graph, layout, branch)
  const move = (branch: Branch, dx: number, dy: number) => {
    layout = shifted(layout, idsIn(branch), Math.round(dx), Math.round(dy))
  }

  function raise(branch: Branch): void {
    for (const child of branch.branches) raise(child)
    const [plane, ...vpcs] = branch.branches
    if (!branch.id.startsWith('wave:') || !plane) return
    const from = rectOf(plane)
    const top = Math.min(...vpcs.map((vpc) => rectOf(vpc).y))
    for (const vpc of vpcs) move(vpc, 0, from.y + from.h + planeGap - top)
  }

  /** Widens the gutter before cards that a labelled arrow enters, for all that stands in the same group. */
  function widen(branch: Branch): void {
    if (branch.cards.length === 0 && !isWave(branch)) for (const child of branch.branches) widen(child)
    const ids = idsIn(branch)
    const before = [...wave.entered].flatMap((id) => (ids.includes(id) ? (layout[id]?.x ?? []) : []))
    for (const x of [...new Set(before)].sort((a, b) => b - a)) {
      const right = ids.filter((id) => (layout[id]?.x ?? 0) >= x)
      layout = shifted(layout, right, labelGap - columnGap, 0)
    }
  }

  function pack(branch: Branch): void {
    const loose = branch.cards.map((id): Branch => ({ id, branches: [], cards: [id] }))
    const items = [...branch.branches, ...loose].sort((a, b) => columnOf(a, wave) - columnOf(b, wave))
    const tallest = Math.max(0, ...items.map((item) => rectOf(item).h))
    let x = 0
    let y = 0
    let width = 0
    let before: Branch | undefined
    for (const item of items) {
      const rect = rectOf(item)
      // Two small neighbours share a column; nothing is ever stacked on a wave.
      const stack = before && !isWave(before) && !isWave(item) && y + rect.h <= tallest
      if (!stack && before) {
        x += width + siblingGap
        y = 0
        width = 0
      }
      // What stands alone beside the accounts is level with their service planes.
      if (y === 0 && item.branches.length === 0 && branch === tree.root) y = 2 * frame.top
      move(item, x - rect.x, y - rect.y)
      y += rect.h + siblingGap
      width = Math.max(width, rect.w)
      before = item
    }
  }
  const isWave = (b: Branch) => b.id.startsWith('wave:') || b.branches.some((c) => c.id.startsWith('wave:'))

  raise(tree.root)
  for (const account of tree.root.branches) for (const part of account.branches) widen(part)
  for (const account of tree.root.branches) pack(account)
  pack(tree.root)
  return layout
}

/** A branch's own rectangle, its frame included where it has one. */
function extent(graph: Graph, layout: Layout, branch: Branch): Rect {
  const frames = framesOf(graph, layout)
  const own = frames.get(branch.id)
  if (own) return own
  const rects = branch.cards.flatMap((id) => (layout[id] ? [cardRect(layout[id])] : []))
  const inner = branch.branches.flatMap((b) => frames.get(b.id) ?? extent(graph, layout, b))
  const all = [...rects, ...inner]
  return all.length > 0 ? bounds(all) : { x: 0, y: 0, w: 0, h: frame.top }
}

function idsIn(branch: Branch): string[] {
  return [branch.id, ...branch.cards, ...branch.branches.flatMap(idsIn)]
}

function shifted(layout: Layout, ids: string[], dx: number, dy: number): Layout {
  const next = { ...layout }
  for (const id of new Set(ids)) {
    const place = next[id]
    if (place) next[id] = { ...place, x: place.x + dx, y: place.y + dy }
  }
  return next
}

export function columnOf(branch: Branch, wave: Wave): number {
  const own = branch.cards.map((id) => wave.columns.get(id) ?? 0)
  return Math.min(...own, ...branch.branches.map((b) => columnOf(b, wave)))
}
