import { nodePoints, type Point } from '@/lib/network/point'
import { type GroupFact, groupsAdmit } from '@/lib/network/securityGroups'
import { isCrossZone, type UsedTarget, zoneName } from '@/lib/network/targets'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import type { FindingFix } from '../finding'
import type { Forward } from './forwards'

/** A single address as a block for a rule. */
const blockOf = (text: string): string => (text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`)

/** Nodes and targets that packets go between, each pair once. */
export function pairsOf(doc: TopologyDocument, { balancer, group, fact }: Forward): [Point, Point, UsedTarget][] {
  const nodes = nodePoints(doc, balancer)
  const cross = isCrossZone(doc, balancer, group)
  return (nodes.known ? nodes.value : []).flatMap((node) =>
    fact.used.flatMap((target): [Point, Point, UsedTarget][] => {
      const reached = cross || target.zone === undefined || target.zone === zoneName(doc, node)
      return target.point && reached ? [[node, target.point, target]] : []
    }),
  )
}

/** Sources that the groups of a destination surely shut out, by the group that would have to admit them. */
export interface ShutOut {
  group: string
  port: number
  holder: string
  sources: Point[]
}

export function shutOut(doc: TopologyDocument, pairs: readonly [Point, Point, number][]): ShutOut[] {
  const found = new Map<string, ShutOut>()
  for (const [from, to, port] of pairs) {
    const fact: GroupFact = groupsAdmit(doc, to, 'in', from, port)
    if (fact.verdict !== 'fail' || fact.group === undefined) continue
    const key = `${fact.group} ${to.resource} ${port}`
    const same = found.get(key) ?? { group: fact.group, port, holder: to.resource, sources: [] }
    if (!same.sources.some((s) => s.range.text === from.range.text)) same.sources.push(from)
    found.set(key, same)
  }
  return [...found.values()]
}

export const addressesOf = (sources: readonly Point[]): string => sources.map((s) => s.range.text).join(', ')

/** One rule more, for these addresses and this port alone. */
export function admitting(doc: TopologyDocument, { group, port, sources }: ShutOut): FindingFix {
  const cidrs = sources.map((s) => blockOf(s.range.text))
  const name = resourceOf(doc, group, 'securityGroup')?.physicalId ?? group
  return {
    label: `Admit ${cidrs.join(', ')} to port ${port} in ${name}`,
    patch: [
      {
        op: 'add',
        path: `${pointer(['resources', group, 'ipPermissions'])}/-`,
        value: { ipProtocol: 'tcp', fromPort: port, toPort: port, cidrs },
      },
    ],
  }
}
