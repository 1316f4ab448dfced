import type { TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import { referencesOf } from '@/lib/topology/references'
import { vpcOf } from '@/lib/topology/vpcOf'
import { trace } from '@/lib/trace/engine'
import { type HopVerdict, hopVerdict } from '@/lib/trace/hopVerdict'
import type { Outcome, Verdict } from '@/lib/trace/trace'
import { callOf, openingCall } from '@/lib/urls/openingCall'

/** What a small picture of a topology and its line of facts need, so that a list loads no document. */
export interface Picture {
  nodes: { id: string; kind: Kind; x: number; y: number; w?: number; h?: number }[]
  /** References between the nodes that have a place. */
  lines: [from: string, to: string][]
  resources: number
  accounts: number
  /** What became of the call that the topology opens on, hop by hop; absent where nothing can be called. */
  call?: PictureCall
}

export interface PictureCall {
  verdict: Verdict
  outcome: Outcome
  /** The number of the hop that decides. */
  stopsAt?: number
  /** Pictures stored by earlier versions name no resources and no accounts. */
  hops: { kind: Kind; verdict: HopVerdict; resource?: string; vpc?: string; account?: string }[]
}

/** In a picture of a few hundred pixels more are not told apart. */
const nodesMax = 400

export function pictureOf(doc: TopologyDocument): Picture {
  const nodes = Object.entries(doc.resources)
    .flatMap(([id, resource]) => {
      const place = doc.layout[id]
      if (!place) return []
      const { x, y, w, h } = place
      return [{ id, kind: resource.kind, x, y, ...(w === undefined ? {} : { w }), ...(h === undefined ? {} : { h }) }]
    })
    .slice(0, nodesMax)
  const drawn = new Set(nodes.map((node) => node.id))
  const lines = nodes.flatMap(({ id }): [string, string][] => {
    const resource = doc.resources[id]
    if (!resource) return []
    return referencesOf(resource).flatMap(({ to }): [string, string][] => (drawn.has(to) ? [[id, to]] : []))
  })
  const accounts = Object.values(doc.resources).filter((resource) => resource.kind === 'account').length
  const call = pictureCall(doc)
  return { nodes, lines, resources: Object.keys(doc.resources).length, accounts, ...(call ? { call } : {}) }
}

/** The opening call, traced. A picture never stands in the way of saving: what cannot be traced has none. */
function pictureCall(doc: TopologyDocument): PictureCall | undefined {
  if (Object.keys(doc.resources).length > nodesMax) return undefined
  try {
    const url = openingCall(doc, trace)
    const call = url && callOf(url)
    if (!call) return undefined
    const traced = trace(doc, call)
    const { verdict, outcome, decidedBy } = traced
    return {
      verdict,
      outcome,
      ...(decidedBy ? { stopsAt: decidedBy.n } : {}),
      hops: traced.hops.map((hop) => ({
        kind: hop.kind,
        verdict: hopVerdict(traced, hop),
        resource: hop.resource,
        ...placePart(doc, hop.resource),
      })),
    }
  } catch {
    return undefined
  }
}

function placePart(doc: TopologyDocument, id: string): { vpc?: string; account?: string } {
  const resource = doc.resources[id]
  const vpc = resource && vpcOf(doc, resource)
  const account = resource?.account
  return { ...(vpc === undefined ? {} : { vpc }), ...(account === undefined ? {} : { account }) }
}
