import type { Graph } from '../model/graph'
import { vpcOf } from './tree'
import type { Wave } from './wave'

export const isClient = (graph: Graph, id: string) => ['client', 'instance'].includes(graph.cards.get(id)?.kind ?? '')

/**
 * Callers. A client stands over the entrance of its VPC. Below a service plane the entrance has its API over it; there
 * the client takes the column of an API that has nothing below it in this VPC, or one of its own at the left. Callers
 * from outside AWS stand at the far left, VPCs that hold nothing but callers at the far right.
 */
export function placeClients(graph: Graph, wave: Wave, isFed: (id: string) => boolean): void {
  const { columns, descents, entered } = wave
  const taken = new Set([...columns].filter(([id]) => isFed(id)).map(([, column]) => column))
  const leftmost = Math.min(0, ...columns.values())
  const rightmost = Math.max(0, ...columns.values())
  for (const id of graph.cards.keys()) {
    if (!isClient(graph, id) || columns.has(id)) continue
    const vpc = vpcOf(graph, id)
    const near = [...columns.keys()].filter((c) => vpc !== undefined && vpcOf(graph, c) === vpc && !isClient(graph, c))
    const free = [...columns].find(
      ([card, column]) => graph.cards.get(card)?.kind === 'restApi' && isFed(id) && !taken.has(column),
    )
    const entrance = isFed(id) ? undefined : entranceOf(graph, near, descents)
    if (free) {
      columns.set(id, free[1])
      taken.add(free[1])
      descents.push([free[0], id])
    } else if (entrance !== undefined) {
      columns.set(id, columns.get(entrance) ?? 0)
      descents.push([id, entrance])
    } else if (near.length > 0) {
      const first = near.reduce((a, b) => ((columns.get(b) ?? 0) < (columns.get(a) ?? 0) ? b : a))
      columns.set(id, (columns.get(first) ?? 0) - 0.5)
      entered.add(first)
    } else columns.set(id, vpc === undefined ? leftmost - 10 : rightmost + 5)
  }
}

/**
 * What a client beside the plane stands over: the endpoint of its VPC. A load balancer that leads to it then hangs below
 * and its arrows climb, so that the straight way is the client's own; without endpoint, the head of the chain.
 */
function entranceOf(graph: Graph, near: string[], descents: [string, string][]): string | undefined {
  const endpoint = near.find((c) => graph.cards.get(c)?.kind === 'vpcEndpoint')
  if (endpoint === undefined) return near.find((c) => !descents.some(([, to]) => to === c))
  const climbs = new Set<[string, string]>()
  for (let at: string | undefined = endpoint; at !== undefined; ) {
    const into = descents.find((d) => d[1] === at && near.includes(d[0]) && !climbs.has(d))
    if (into) climbs.add(into)
    at = into?.[0]
  }
  for (const climb of climbs) climb.reverse()
  return endpoint
}
