import type { Graph } from '../model/graph'
import { type Tree, vpcOf } from './tree'

/** What the layout engine is told: a column for each card, and only the arrows that go down. */
export interface Wave {
  columns: Map<string, number>
  descents: [string, string][]
  /** A card and the number of empty cells to keep between it and what stands over it. */
  gaps: Map<string, number>
}

/**
 * The call climbs to the regional service and drops back: a square wave. A new column opens at each descent from the
 * service plane; climbs and arrows on one level are left out of what the engine sees, or it would draw a staircase.
 */
export function waveOf(graph: Graph, tree: Tree): Wave {
  const calls = graph.arrows.filter((a) => a.family === 'call')
  const outOf = (id: string) => calls.filter((a) => a.from === id)
  const kindOf = (id: string) => graph.cards.get(id)?.kind
  const inPlane = (id: string) => graph.containers.get(graph.boxOf.get(id) ?? '')?.kind === 'plane'
  const isFed = (id: string) => tree.fed.has(vpcOf(graph, id) ?? '')
  /** An endpoint whose API stands right over it. */
  const apisOver = (id: string) => (isFed(id) ? outOf(id).filter((a) => inPlane(a.to)) : [])

  const columns = new Map<string, number>()
  const descents: [string, string][] = []
  const gaps = new Map<string, number>()
  const depth = new Map<string, number>()
  let last = -1

  function visit(id: string, column: number, row: number): void {
    columns.set(id, column)
    depth.set(id, row)
    let own = true
    // Endpoints that lead into this API stand under it, whichever of its callers the walk came from.
    for (const { from } of calls.filter((a) => a.to === id && inPlane(id)))
      if (isFed(from) && kindOf(from) === 'vpcEndpoint' && !columns.has(from) && !calls.some((a) => a.to === from))
        columns.set(from, column)
    for (const { to } of outOf(id)) {
      const climbs = inPlane(to) && !inPlane(id)
      const level = (inPlane(to) && inPlane(id)) || (apisOver(to).length > 0 && !inPlane(id))
      const drops = !climbs && !level && sameTrunk(id, to)
      if (drops) descents.push([id, to])
      if (columns.has(to)) continue
      if (level && !inPlane(to) && row > 1) gaps.set(to, row - 1)
      const stays = own && (drops || (climbs && isFed(id)))
      if (stays) own = false
      else last += 1
      visit(to, stays ? column : last, drops ? row + 1 : climbs || inPlane(to) ? 0 : row)
    }
  }
  const sameTrunk = (a: string, b: string) =>
    graph.boxOf.get(b) !== undefined && (inPlane(a) || vpcOf(graph, a) === vpcOf(graph, b))

  for (const id of startsOf(graph, isFed)) {
    if (columns.has(id)) continue
    last += 1
    visit(id, last, inPlane(id) ? 0 : 1)
  }
  for (const id of graph.cards.keys())
    for (const { to } of apisOver(id)) if (kindOf(id) === 'vpcEndpoint') descents.push([to, id])

  placeClients(graph, columns, descents, isFed)
  for (const arrow of graph.arrows)
    if (arrow.family === 'member') {
      columns.set(arrow.from, columns.get(arrow.to) ?? 0)
      if (!inPlane(arrow.to)) descents.push([arrow.to, arrow.from])
    }
  return { columns, descents, gaps }
}

const isClient = (graph: Graph, id: string) => ['client', 'instance'].includes(graph.cards.get(id)?.kind ?? '')

/** Where walks begin: what nothing leads to, callers' side first, so that columns run as the call does. */
function startsOf(graph: Graph, isFed: (id: string) => boolean): string[] {
  const reached = new Set(graph.arrows.filter((a) => a.family === 'call').map((a) => a.to))
  const rank = (id: string) => (isFed(id) ? 2 : graph.boxOf.get(id) === undefined ? 1 : 0)
  const callers = [...graph.cards.keys()].filter(
    (id) => !isClient(graph, id) && graph.cards.get(id)?.kind !== 'securityGroup',
  )
  const starts = callers.filter((id) => !reached.has(id)).sort((a, b) => rank(a) - rank(b))
  return [...starts, ...callers]
}

/**
 * A client stands over the entrance of its VPC. Below a service plane the entrance has its API over it; there the
 * client takes the column of an API that has nothing below it in this VPC, or one of its own at the left.
 */
function placeClients(
  graph: Graph,
  columns: Map<string, number>,
  descents: [string, string][],
  isFed: (id: string) => boolean,
): void {
  const taken = new Set<number>()
  for (const [id, column] of columns) if (isFed(id)) taken.add(column)
  for (const id of graph.cards.keys()) {
    if (!isClient(graph, id) || columns.has(id)) continue
    const vpc = vpcOf(graph, id)
    const near = [...columns.keys()].filter((c) => vpc !== undefined && vpcOf(graph, c) === vpc)
    const free = [...columns].find(
      ([card, column]) => graph.cards.get(card)?.kind === 'restApi' && isFed(id) && !taken.has(column),
    )
    const entrance = isFed(id) ? undefined : near.find((c) => !descents.some(([, to]) => to === c))
    if (free) {
      columns.set(id, free[1])
      taken.add(free[1])
      descents.push([free[0], id])
    } else if (entrance !== undefined) {
      columns.set(id, columns.get(entrance) ?? 0)
      descents.push([id, entrance])
    } else
      columns.set(id, Math.min(...(near.length > 0 ? near : [...columns.keys()]).map((c) => columns.get(c) ?? 0)) - 0.5)
  }
}
