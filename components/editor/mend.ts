import { withFixes } from '@/lib/fixes/withFixes'
import type { Invocation } from '@/lib/invocation/invocation'
import { type Side, sideOf } from '@/lib/side/sideOf'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch } from '@/lib/topology/patch'
import { trace as traced } from '@/lib/trace/engine'
import type { Hop, Trace } from '@/lib/trace/trace'

/** What is worked out about a call that does not get through, once its verdict stands. */
export interface Mended {
  /** The trace with its fixes, and with the hops that a mended call would go on to. */
  trace: Trace
  side?: Side
}

export function mend(document: TopologyDocument, call: Invocation): Mended {
  const found = withFixes(document, traced(document, call))
  const trace = { ...found, hops: [...found.hops, ...beyond(document, found)] }
  const side = sideOf(document, trace)
  return { trace, ...(side ? { side } : {}) }
}

/**
 * Where a stop leaves nothing to go on with (a method that is not served has no integration), the way behind it is the
 * one that the mended call takes.
 */
function beyond(document: TopologyDocument, trace: Trace): Hop[] {
  const { hops, fixes } = trace
  if (trace.verdict !== 'blocked' || fixes.length === 0) return []
  const call = fixes.find((fix) => fix.call)?.call
  const mended = call
    ? traced(document, call)
    : traced(
        fixes.reduce((doc, { patch = [] }) => applyPatch(doc, patch), document),
        trace.invocation,
      )
  const same = hops.every((hop, at) => mended.hops[at]?.resource === hop.resource)
  return same ? mended.hops.slice(hops.length) : []
}
