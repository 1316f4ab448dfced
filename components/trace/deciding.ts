import { all } from '@/lib/side/place'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Check, Hop, Trace } from '@/lib/trace/trace'
import { endsWords } from './wayName'

/** The check that decides the verdict; where the path parts it may stand in one of the branches. */
export function decidingCheck(trace: Trace): Check | undefined {
  const { decidedBy } = trace
  if (!decidedBy || trace.verdict === 'reaches') return undefined
  const decides = (check: Check) => check.id === decidedBy.check && check.verdict !== 'pass'
  const hops = all(trace.hops)
  return (
    at(hops, decidedBy.n).find(decides) ??
    hops.flatMap((hop) => hop.checks).find(decides) ??
    at(hops, decidedBy.n).find((check) => check.verdict !== 'pass')
  )
}

/** Why the verdict is what it is: the sentence of the check that decides, or of the place where the path parts. */
export function decidingSays(document: TopologyDocument, trace: Trace): string {
  const check = decidingCheck(trace)
  if (check) return check.says
  const parting = trace.hops.find((hop) => hop.n === trace.decidedBy?.n)?.branches ?? []
  return parting.length === 0
    ? ''
    : `The path parts here, and its ways end differently: ${endsWords(document, parting)}.`
}

const at = (hops: Hop[], n: number) => hops.filter((hop) => hop.n === n).flatMap((hop) => hop.checks)
