import type { ElkNode } from 'elkjs/lib/elk-api'
import { cardHeight, cardWidth } from '../model/graph'
import { columnGap, frame, rowGap } from './measures'
import { columnOf } from './settle'
import type { Branch, Tree } from './tree'
import type { Wave } from './wave'

/** https://eclipse.dev/elk/reference/options.html: what each option means. */
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.padding': `[top=${frame.top},left=${frame.side},bottom=${frame.bottom},right=${frame.side}]`,
  'elk.spacing.nodeNode': String(columnGap),
  'elk.layered.spacing.nodeNodeBetweenLayers': String(rowGap),
  'elk.separateConnectedComponents': 'false',
  'elk.layered.crossingMinimization.semiInteractive': 'true',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
}

/** The document as the layout engine takes it: nested frames, columns as positions, descending edges. */
export function elkGraphOf(tree: Tree, wave: Wave): ElkNode {
  return {
    ...node(tree.root, wave),
    layoutOptions: {
      ...options,
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
    },
    edges: edgesOf(wave),
  }
}

function node(branch: Branch, wave: Wave): ElkNode {
  const column = columnOf(branch, wave)
  const position = { 'elk.position': `(${column * 170},0)`, 'elk.alignment': 'TOP' }
  const children = [
    ...branch.branches.map((b) => ({ at: columnOf(b, wave), node: node(b, wave) })),
    ...branch.cards.flatMap((id) => cells(id, wave)),
  ].sort((a, b) => a.at - b.at)
  if (children.length === 0)
    return { id: branch.id, width: cardWidth + 2 * frame.side, height: cardHeight, layoutOptions: position }
  const padding = branch.id.startsWith('wave:') ? { 'elk.padding': '[top=0,left=0,bottom=0,right=0]' } : {}
  return {
    id: branch.id,
    children: children.map((c) => c.node),
    layoutOptions: { ...options, ...padding, ...position },
  }
}

/** A card, and the empty cells over it that bring it down to the level of what calls it. */
function cells(id: string, wave: Wave) {
  const at = wave.columns.get(id) ?? 0
  const size = { width: cardWidth, height: cardHeight, layoutOptions: { 'elk.position': `(${at * 170},0)` } }
  return [
    { at, node: { id, ...size } },
    ...Array.from({ length: wave.gaps.get(id) ?? 0 }, (_, n) => ({ at, node: { id: `gap:${id}:${n}`, ...size } })),
  ]
}

function edgesOf(wave: Wave) {
  const edge = (from: string, to: string) => ({ id: `${from}>${to}`, sources: [from], targets: [to] })
  return wave.descents.flatMap(([from, to]) => {
    const gap = wave.gaps.get(to) ?? 0
    const stops = [from, ...Array.from({ length: gap }, (_, n) => `gap:${to}:${n}`), to]
    return stops.slice(1).map((stop, i) => edge(stops[i] ?? from, stop))
  })
}
