import { type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import type { Check, Hop, Trace } from '@/lib/trace/trace'

/** Whose: the caller's, the owner's of an API, or that of what answers behind the last API. */
export type Whose = 'caller' | 'owner' | 'backend'

export interface Place {
  hop: Hop
  check?: Check
  whose: Whose
  /** The API on whose side it lies, or that the call was on its way to. */
  api?: Hop
  /** Account ids, where they are known. */
  account?: string
  caller?: string
}

const apis = ['restApi', 'otherApi', 'domainName']

export const accountOf = (doc: TopologyDocument, id: string | undefined): string | undefined =>
  id === undefined ? undefined : resourceOf(doc, doc.resources[id]?.account, 'account')?.accountId

/** Where the verdict falls, and who holds what decides it. */
export function placeOf(doc: TopologyDocument, trace: Trace): Place | undefined {
  const by = trace.decidedBy
  const hops = all(trace.hops)
  const hop = hops.find((h) => h.n === by?.n && h.resource === by.resource) ?? hops.find((h) => h.n === by?.n)
  if (!by || !hop) return undefined
  const check = hop.checks.find((c) => c.id === by.check && c.verdict !== 'pass')
  const caller = accountOf(doc, hops[0]?.resource)
  const account = accountOf(doc, check?.resource ?? hop.resource)
  const before = hops.filter((h) => apis.includes(h.kind) && h.n <= hop.n).at(-1)
  const after = hops.find((h) => apis.includes(h.kind) && h.n > hop.n)
  const api = before ?? after
  return {
    hop,
    whose: whoseOf(trace, hop, before, after, account, caller),
    ...(check ? { check } : {}),
    ...(api ? { api } : {}),
    ...(account === undefined ? {} : { account }),
    ...(caller === undefined ? {} : { caller }),
  }
}

function whoseOf(
  { fixes }: Trace,
  hop: Hop,
  before: Hop | undefined,
  after: Hop | undefined,
  account: string | undefined,
  caller: string | undefined,
): Whose {
  // A call that is mended by calling otherwise is the caller's, wherever it stops.
  if (fixes.some(({ call }) => call)) return 'caller'
  if (before) return after || hop.n === before.n || hop.kind === 'vpcLink' ? 'owner' : 'backend'
  // An endpoint in a shared VPC is held by another account than the caller's.
  const theirs = account !== undefined && caller !== undefined && account !== caller
  if (!theirs) return hop.n === 1 || after ? 'caller' : 'backend'
  return after ? 'owner' : 'backend'
}

export const all = (hops: Hop[]): Hop[] =>
  hops.flatMap((hop) => [hop, ...(hop.branches ?? []).flatMap((branch) => all(branch.hops))])

/** The endpoint through which a call comes to an API. */
export function entranceOf(
  doc: TopologyDocument,
  trace: Trace,
  api: Hop | undefined,
): { id: string; endpoint: ResourceOf<'vpcEndpoint'> } | undefined {
  const hop = all(trace.hops).find((h) => h.n === (api?.n ?? 0) - 1)
  const endpoint = resourceOf(doc, hop?.resource, 'vpcEndpoint')
  return hop && endpoint ? { id: hop.resource, endpoint } : undefined
}
