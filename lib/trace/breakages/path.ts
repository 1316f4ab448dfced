import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { keysOf } from '@/lib/topology/pointer'
import type { Trace } from '../trace'

export interface OnPath {
  id: string
  /** The deployment that the stage serves. */
  deployment: string
  /** Id of the resource in the snapshot that the call takes. */
  resource?: string
}

/** The REST APIs that a trace passes, in order, with what their stage serves. */
export const apisOf = (doc: TopologyDocument, trace: Trace): OnPath[] =>
  trace.hops.flatMap((hop) => {
    if (!resourceOf(doc, hop.resource, 'restApi')) return []
    const served = hop.checks.find((c) => c.id === 'stage.deployed')?.evidence[0]?.value
    if (typeof served !== 'string') return []
    const route = hop.checks.find((c) => c.id === 'method.exists' && c.verdict === 'pass')?.evidence[0]?.path
    const resource = route === undefined ? undefined : keysOf(route)[1]
    return [{ id: hop.resource, deployment: served, ...(resource === undefined ? {} : { resource }) }]
  })
