import { hopStatus } from '@/components/trace/lanes'
import type { Status } from '@/components/ui/status'
import type { Hop, Trace } from '@/lib/trace/trace'

/** The hop of a resource: the numbered one where the call passes it twice, else the first. */
export const hopOf = (trace: Trace | undefined, resource: string | undefined, n?: number): Hop | undefined => {
  const hops = trace?.hops.filter((hop) => hop.resource === resource) ?? []
  return hops.find((hop) => hop.n === n) ?? hops[0]
}

/** Where the verdict is made: the deciding hop, else the last. */
export const decidingHop = (trace: Trace | undefined): Hop | undefined =>
  trace?.hops.find((hop) => hop.n === trace.decidedBy?.n) ?? trace?.hops.at(-1)

/** The status of every resource that this call touches; a resource passed twice shows its worse one. */
export function statusesOf(trace: Trace | undefined): Map<string, Status> {
  const statuses = new Map<string, Status>()
  for (const hop of trace?.hops ?? []) {
    const status = trace ? hopStatus(trace, hop) : 'unchecked'
    const before = statuses.get(hop.resource)
    if (before === undefined || rank(status) < rank(before)) statuses.set(hop.resource, status)
  }
  return statuses
}

const order: Status[] = ['blocked', 'unknown', 'passes', 'unchecked']
const rank = (status: Status) => order.indexOf(status)
