import { parseCall } from '@/lib/invocation/curl/parse'
import type { Invocation } from '@/lib/invocation/invocation'
import { type ResourceOf, resourceOf, resourcesOf, type TopologyDocument } from '@/lib/topology/document'
import type { Trace } from '@/lib/trace/trace'
import type { InvokeUrl } from './invokeUrl'
import { invokeUrls } from './invokeUrls'
import { vantagesOf, vpcOfVantage } from './vantages'

type Tracer = (document: TopologyDocument, call: Invocation) => Trace

/**
 * The call that a topology opens on, the one that shows most of it: the best URL of the outermost API, from a vantage
 * beside an endpoint that this API lists, of a method that goes on through a VPC link. Without an API the first load
 * balancer that answers. Undefined where nothing can be called.
 */
export function openingCall(document: TopologyDocument, trace: Tracer, from?: string): InvokeUrl | undefined {
  const vantages = from === undefined ? vantagesOf(document) : [from]
  const [api] = resourcesOf(document, 'restApi').sort(
    ([a], [b]) => Number(isInner(document, a)) - Number(isInner(document, b)),
  )
  const vantage = (api && nearest(document, api[1], vantages)) ?? vantages[0]
  if (vantage === undefined) return undefined
  const ask = (tracer: Tracer) =>
    bestOf(
      invokeUrls(document, { from: vantage, trace: tracer, ...(api ? { api: api[0] } : {}) }),
      api && linkedPath(api[1]),
    )
  // Tracing every form of every method takes a hundred times as long as the one that is shown: so the form that is best
  // by its kind is tried first, and all of them only where that one does not even leave its caller.
  const likely = ask(hopeful)
  if (!likely) return undefined
  const call = callOf(likely)
  const leaves = call && trace(document, call).decidedBy?.n !== 1
  return leaves ? likely : (ask(trace) ?? likely)
}

/** The call that an address asks for, else the opening one, with its trace. */
export function opened(
  document: TopologyDocument,
  trace: Tracer,
  asked: { from?: string | undefined; curl?: string | undefined },
): { call: Invocation; trace: Trace } | undefined {
  const opening =
    asked.from !== undefined && asked.curl !== undefined ? undefined : openingCall(document, trace, asked.from)
  const vantage = asked.from ?? opening?.vantage
  const wanted = asked.curl !== undefined && vantage !== undefined ? callOf({ curl: asked.curl, vantage }) : undefined
  const call = wanted ?? (opening && callOf(opening))
  return call && { call, trace: trace(document, call) }
}

const hopeful: Tracer = (_document, invocation) => ({
  invocation,
  verdict: 'reaches',
  outcome: { kind: 'response' },
  hops: [],
  blockers: [],
  blockersComplete: false,
  fixes: [],
})

/** The call that a URL's command makes. */
export function callOf({ curl, vantage }: Pick<InvokeUrl, 'curl' | 'vantage'>): Invocation | undefined {
  const parsed = parseCall(curl, { vantage })
  return parsed.ok ? parsed.invocation : undefined
}

const bestOf = (urls: InvokeUrl[], path?: string): InvokeUrl | undefined => {
  const wanted = urls.filter((url) => path === undefined || url.path === path)
  return wanted.find((url) => url.best) ?? urls.find((url) => url.best) ?? wanted[0] ?? urls[0]
}

/** An API that another API's integration names is not where a caller begins. */
function isInner(document: TopologyDocument, id: string): boolean {
  const apiId = resourceOf(document, id, 'restApi')?.physicalId ?? id
  return resourcesOf(document, 'restApi').some(
    ([other, api]) =>
      other !== id &&
      Object.values(api.resources).some(({ methods }) =>
        Object.values(methods).some(({ integration }) => integration?.uri?.includes(`//${apiId}.`)),
      ),
  )
}

/** A caller of another account shows the most, then one in the VPC of a listed endpoint; the internet for public APIs. */
function nearest(document: TopologyDocument, api: ResourceOf<'restApi'>, vantages: string[]): string | undefined {
  const { type, vpcEndpointIds } = api.endpointConfiguration
  if (type !== 'PRIVATE') return vantages.find((vantage) => placeOf(document, vantage) === 'internet')
  const vpcs = (vpcEndpointIds ?? []).flatMap((id) => resourceOf(document, id, 'vpcEndpoint')?.vpc ?? [])
  const beside = vantages.filter((vantage) => vpcs.includes(vpcOfVantage(document, vantage) ?? ''))
  return beside.find((vantage) => document.resources[vantage]?.account !== api.account) ?? beside[0]
}

const placeOf = (document: TopologyDocument, vantage: string) => {
  const client = resourceOf(document, vantage, 'client')
  return client?.place
}

function linkedPath(api: ResourceOf<'restApi'>): string | undefined {
  const linked = Object.values(api.resources).find(({ methods }) =>
    Object.values(methods).some(({ integration }) => integration?.connectionType === 'VPC_LINK'),
  )
  return linked?.path
}
