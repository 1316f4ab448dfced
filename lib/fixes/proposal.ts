import type { Invocation } from '@/lib/invocation/invocation'
import { type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'
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

/** The hops of every branch. */
export const allHops = (hops: Hop[]): Hop[] =>
  hops.flatMap((h) => [h, ...(h.branches ?? []).flatMap((b) => allHops(b.hops))])

/** Whether the call itself comes to this place, and no API stands before it: then the call may be corrected. */
export const isFirst = ({ trace, hop }: Stopped): boolean =>
  !allHops(trace.hops).some((h) => h.kind === 'restApi' && h.n < hop.n)

/** What a resource is called in a sentence. */
export const called = (doc: TopologyDocument, id: string): string =>
  doc.resources[id]?.physicalId ?? doc.resources[id]?.name ?? id

/** The one resource of a kind that fits: with several nobody can tell which is meant. */
export function only<K extends Parameters<typeof resourceOf>[2]>(
  doc: TopologyDocument,
  kind: K,
  fits: (resource: ResourceOf<K>, id: string) => boolean = () => true,
): { id: string; resource: ResourceOf<K> } | undefined {
  const found = Object.keys(doc.resources).flatMap((id) => {
    const resource = resourceOf(doc, id, kind)
    return resource && fits(resource, id) ? [{ id, resource }] : []
  })
  return found.length === 1 ? found[0] : undefined
}
