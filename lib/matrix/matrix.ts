import type { Invocation } from '@/lib/invocation/invocation'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Check, Hop, Layer, Outcome, Trace, Verdict } from '@/lib/trace/trace'
import { callsOf, type MatrixCall } from './calls'

export type Axis = Check['verdict'] | 'notChecked'

/** Whether the network lets a call through, and whether the permissions do. */
export interface Cell {
  vantage: string
  call: string
  network: Axis
  permission: Axis
  verdict: Verdict
  outcome: Outcome
}

export interface Matrix {
  vantages: string[]
  calls: MatrixCall[]
  cells: Cell[]
}

const permissionLayers: readonly Layer[] = ['endpoint-policy', 'resource-policy', 'authorization', 'api-key']
const networkLayers: readonly Layer[] = [
  'dns',
  'route',
  'network-acl',
  'security-group',
  'tls',
  'endpoint',
  'vpc-link',
  'load-balancer',
  'target',
]

/** A trace for every vantage and every call: all that somebody in the document can make, or those that are given. */
export function matrix(
  doc: TopologyDocument,
  vantages: string[],
  trace: (doc: TopologyDocument, invocation: Invocation) => Trace,
  calls: MatrixCall[] = callsOf(doc),
): Matrix {
  const cells = vantages.flatMap((vantage) =>
    calls.map(({ id, invocation }) => cellOf(vantage, id, trace(doc, { ...invocation, vantage }))),
  )
  return { vantages, calls, cells }
}

export const cellOf = (vantage: string, call: string, { hops, verdict, outcome }: Trace): Cell => ({
  vantage,
  call,
  network: axis(hops, networkLayers),
  permission: axis(hops, permissionLayers),
  verdict,
  outcome,
})

/** The worst of its checks: one that fails decides, one that is not known leaves it open. */
function axis(hops: readonly Hop[], layers: readonly Layer[]): Axis {
  let worst: Axis = 'notChecked'
  for (const check of checksOf(hops)) {
    if (!layers.includes(check.hop)) continue
    if (check.verdict === 'fail') return 'fail'
    if (check.verdict === 'unknown' || worst === 'notChecked') worst = check.verdict
  }
  return worst
}

function* checksOf(hops: readonly Hop[]): Generator<Check> {
  for (const hop of hops) {
    yield* hop.checks
    for (const branch of hop.branches ?? []) yield* checksOf(branch.hops)
  }
}
