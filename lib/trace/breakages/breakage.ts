import type { Invocation } from '@/lib/invocation/invocation'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Patch } from '@/lib/topology/patch'
import type { Trace } from '../trace'

/** What a breakage does: an edit of the topology, or another call. */
export interface Broken {
  edit?: { label: string; patch: Patch }
  call?: Invocation
}

/**
 * A mistake to try out on a call that reaches. `apply` follows the path of the trace, so it works on any topology;
 * undefined where the path has nothing that could break in this way.
 */
export interface Breakage {
  name: string
  label: string
  says: string
  apply: (doc: TopologyDocument, invocation: Invocation, trace: Trace) => Broken | undefined
}
