import type { Graph } from '../model/graph'
import { isClient, placeClients } from './clients'
import { type Tree, vpcOf } from './tree'

/** What the layout engine is told: a column for each card, and only the arrows that go down. */
export interface Wave {
  columns: Map<string, number>
  descents: [string, string][]
  /** A card and the number of empty cells to keep between it and what stands over it. */
  gaps: Map<string, number>
  /** Cards that a labelled arrow enters from the left: their gutter is wider. */
  entered: Set<string>
}

/**
 * The call climbs to the regional service and drops back: a square wave. A new column opens at each descent from the
 * service plane; climbs and arrows on one level are left out of what the engine sees, or it would draw a staircase.
 */
export function waveOf(graph: Graph, tree: Tree): Wave {
  const calls = graph.arrows.filter((a) => a.family === 'call')
  const outOf = (id: string) => calls.filter((a) => a.from === id)
  const inPlane = (id: string) => graph.containers.get(graph.boxOf.get(id) ?? '')?.kind === 'plane'
  const isFed = (id: string) => tree.fed.has(vpcOf(graph, id) ?? '')
  const isEndpoint = (id: string) => graph.cards.get(id)?.kind === 'vpcEndpoint'
  /** The APIs that stand right over an endpoint. */
  const apisOver = (id: string) => (isFed(id) ? outOf(id).filter((a) => inPlane(a.to)) : [])
  const sameTrunk = (a: string, b: string) =>
    graph.boxOf.get(b) !== undefined && (inPlane(a) || vpcOf(graph, a) === vpcOf(graph, b))

  const wave: Wave = { columns: new Map(), descents: [], gaps: new Map(), entered: new Set() }
  const { columns, descents, gaps, entered } = wave
  let last = -1

  function visit(id: string, column: number, row: number): void {
    columns.set(id, column)
    let own = true
    // Endpoints that lead into this API stand under it, whichever of its callers the walk came from.
    for (const { from } of calls.filter((a) => a.to === id && inPlane(id)))
      if (isFed(from) && isEndpoint(from) && !columns.has(from) && !calls.some((a) => a.to === from))
        columns.set(from, column)
    for (const { to } of outOf(id)) {
      const climbs = inPlane(to) && !inPlane(id)
      const level = (inPlane(to) && inPlane(id)) || (apisOver(to).length > 0 && !inPlane(id))
      const drops = !climbs && !level && sameTrunk(id, to)
      if (drops) descents.push([id, to])
      if (columns.has(to)) continue
      if (level && !inPlane(to)) {
        entered.add(to)
        if (row > 1) gaps.set(to, row - 1)
      }
      const stays = own && (drops || (climbs && isFed(id)))
      if (stays) own = false
      else last += 1
      visit(to, stays ? column : last, drops ? row + 1 : climbs || inPlane(to) ? 0 : row)
    }
  }

  for (const id of startsOf(graph, isFed)) {
    if (columns.has(id)) continue
    last += 1
    visit(id, last, inPlane(id) ? 0 : 1)
  }
  for (const id of graph.cards.keys()) {
    const over = isEndpoint(id) ? apisOver(id).map((a) => a.to) : []
    // Of several only the one in its own column, or the engine would hang the endpoint between them.
    const own = over.find((to) => columns.get(to) === columns.get(id)) ?? over[0]
    if (own !== undefined) descents.push([own, id])
  }

  placeClients(graph, wave, isFed)
  for (const arrow of graph.arrows)
    if (arrow.family === 'member') {
      columns.set(arrow.from, columns.get(arrow.to) ?? 0)
      if (!inPlane(arrow.to)) descents.push([footOf(arrow.to, descents), arrow.from])
    }
  return wave
}

/** The last card of the column that hangs below a card. */
function footOf(id: string, descents: readonly [string, string][]): string {
  const below = descents.find(([from]) => from === id)
  return below ? footOf(below[1], descents) : id
}

/** Where walks begin: what nothing leads to, callers' side first, so that columns run as the call does. */
function startsOf(graph: Graph, isFed: (id: string) => boolean): string[] {
  const reached = new Set(graph.arrows.filter((a) => a.family === 'call').map((a) => a.to))
  const rank = (id: string) => (isFed(id) ? 2 : graph.boxOf.get(id) === undefined ? 1 : 0)
  const callees = [...graph.cards.keys()].filter(
    (id) => !isClient(graph, id) && graph.cards.get(id)?.kind !== 'securityGroup',
  )
  const starts = callees.filter((id) => !reached.has(id)).sort((a, b) => rank(a) - rank(b))
  return [...starts, ...callees]
}
