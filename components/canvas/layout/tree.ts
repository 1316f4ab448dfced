import type { Arrow } from '../model/arrows'
import type { Graph } from '../model/graph'
import { planeOf } from '../model/places'

/** A frame with what stands directly in it; `id` of a wave group is `wave:ACCOUNT` and is never drawn. */
export interface Branch {
  id: string
  branches: Branch[]
  cards: string[]
}

export interface Tree {
  root: Branch
  /** VPCs that stand below their account's service plane: those that its VPC links or endpoints lead into. */
  fed: Set<string>
}

/** The frames as the layout nests them: a service plane and the VPCs that it feeds form one group, the wave. */
export function treeOf(graph: Graph): Tree {
  const fed = new Set<string>()
  const branchOf = (id: string): Branch => ({
    id,
    branches: childrenOf(graph, id).map(branchOf),
    cards: [...graph.cards.keys()].filter((card) => graph.boxOf.get(card) === id),
  })
  const accounts = childrenOf(graph, undefined).map((id) => {
    const account = branchOf(id)
    const below = fedBy(graph, id)
    const plane = account.branches.find((b) => b.id === planeOf(id))
    const under = account.branches.filter((b) => below.has(b.id))
    if (!plane || under.length === 0) return account
    for (const vpc of under) fed.add(vpc.id)
    const wave: Branch = { id: `wave:${id}`, branches: [plane, ...under], cards: [] }
    const rest = account.branches.filter((b) => b !== plane && !under.includes(b))
    return { ...account, branches: [...rest, wave] }
  })
  const loose = [...graph.cards.keys()].filter((card) => graph.boxOf.get(card) === undefined)
  return { root: { id: 'root', branches: accounts, cards: loose }, fed }
}

function childrenOf(graph: Graph, parent: string | undefined): string[] {
  return [...graph.containers.values()].filter((c) => c.parent === parent).map((c) => c.id)
}

function fedBy(graph: Graph, account: string): Set<string> {
  const plane = planeOf(account)
  const into = (leads: (arrow: Arrow) => string | undefined) =>
    new Set(
      graph.arrows.flatMap((arrow) => {
        const card = arrow.family === 'call' ? leads(arrow) : undefined
        const vpc = card === undefined ? undefined : vpcOf(graph, card)
        return vpc !== undefined && graph.containers.get(vpc)?.parent === account ? [vpc] : []
      }),
    )
  const linked = into((a) => (graph.boxOf.get(a.from) === plane && graph.boxOf.get(a.to) !== plane ? a.to : undefined))
  return linked.size > 0 ? linked : into((a) => (graph.boxOf.get(a.to) === plane ? a.from : undefined))
}

/** The VPC frame that a card stands in, directly or in one of its subnets. */
export function vpcOf(graph: Graph, card: string): string | undefined {
  for (let at = graph.boxOf.get(card); at !== undefined; at = graph.containers.get(at)?.parent)
    if (graph.containers.get(at)?.kind === 'vpc') return at
  return undefined
}
