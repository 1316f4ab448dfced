import type { Invocation } from '@/lib/invocation/invocation'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Patch } from '@/lib/topology/patch'
import type { Check, Hop, Trace } from '@/lib/trace/trace'

/** A change that may mend what stops a call: of the call itself, or of the topology. Whether it does is traced. */
export interface Proposal {
  label: string
  call?: Invocation
  patch?: Patch
}

/** The check that stops the call, with where it stands. */
export interface Stopped {
  doc: TopologyDocument
  trace: Trace
  hop: Hop
  check: Check
}

/** What could be done about one check, the least first. */
export type Propose = (stopped: Stopped) => Proposal[]

/** The resource that a check is about. */
export const aboutOf = ({ hop, check }: Stopped): string => check.resource ?? hop.resource

/** The hop before a hop. */
export const before = ({ trace, hop }: Stopped): Hop | undefined => trace.hops.find((h) => h.n === hop.n - 1)

/** The first hop of a kind after a hop. */
export const nextOf = ({ trace, hop }: Stopped, kind: Hop['kind']): Hop | undefined =>
  trace.hops.find((h) => h.n >= hop.n && h.kind === kind)
