import type { ELK, ElkNode } from 'elkjs/lib/elk-api'
import type { Place } from '@/lib/topology/document'
import type { Graph } from '../model/graph'
import { elkGraphOf } from './elkGraph'
import { settle } from './settle'
import { treeOf } from './tree'
import { waveOf } from './wave'

export type Layout = Record<string, Place>

/** Positions of every card (and of frames that hold nothing), in world units. */
export async function layOut(graph: Graph, engine: Pick<ELK, 'layout'>): Promise<Layout> {
  const found: Layout = {}
  const tree = treeOf(graph)
  const wave = waveOf(graph, tree)
  collect(await engine.layout(elkGraphOf(tree, wave)), 0, 0, found)
  return settle(graph, tree, wave, found)
}

function collect(node: ElkNode, x: number, y: number, found: Layout): void {
  for (const child of node.children ?? []) {
    const at = { x: Math.round(x + (child.x ?? 0)), y: Math.round(y + (child.y ?? 0)) }
    if (child.children?.length) collect(child, x + (child.x ?? 0), y + (child.y ?? 0), found)
    else if (!child.id.startsWith('gap:')) found[child.id] = at
  }
}
