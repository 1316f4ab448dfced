import { hopStatus } from '@/components/trace/lanes'
import { checkStatus, type Status } from '@/components/ui/status'
import { isReached } from '@/lib/trace/hopVerdict'
import type { Check, Hop, Trace } from '@/lib/trace/trace'

/** The hop of a resource: the numbered one where the call passes it twice, else the first. */
export const hopOf = (trace: Trace | undefined, resource: string | undefined, n?: number): Hop | undefined => {
  const hops = trace?.hops.filter((hop) => hop.resource === resource) ?? []
  return hops.find((hop) => hop.n === n) ?? hops[0]
}

/** Where the verdict is made: the deciding hop, else the last. */
export const decidingHop = (trace: Trace | undefined): Hop | undefined =>
  trace?.hops.find((hop) => hop.n === trace.decidedBy?.n) ?? trace?.hops.at(-1)

/** A check about a resource that is no hop itself: a group, an ACL, a route table, a target group. */
export interface CheckAbout {
  hop: Hop
  check: Check
}

export const checksAbout = (trace: Trace | undefined, resource: string): CheckAbout[] =>
  (trace?.hops ?? []).flatMap((hop) =>
    hop.checks.flatMap((check) => (check.resource === resource && hop.resource !== resource ? [{ hop, check }] : [])),
  )

/** The status of every resource that this call touches; one that is asked more than once shows its worst. */
export function statusesOf(trace: Trace | undefined): Map<string, Status> {
  const statuses = new Map<string, Status>()
  const put = (resource: string, status: Status) => {
    const before = statuses.get(resource)
    if (before === undefined || rank(status) < rank(before)) statuses.set(resource, status)
  }
  if (!trace) return statuses
  for (const hop of trace.hops) {
    put(hop.resource, hopStatus(trace, hop))
    for (const check of hop.checks)
      if (check.resource !== undefined && check.resource !== hop.resource)
        put(check.resource, isReached(trace, hop) ? checkStatus[check.verdict] : 'unchecked')
  }
  return statuses
}

const order: Status[] = ['blocked', 'unknown', 'passes', 'unchecked']
const rank = (status: Status) => order.indexOf(status)
