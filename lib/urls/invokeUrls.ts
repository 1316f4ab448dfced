import { printCurl } from '@/lib/invocation/curl/print'
import type { Invocation } from '@/lib/invocation/invocation'
import { restApis, withPhysicalId } from '@/lib/network/perDocument'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Trace } from '@/lib/trace/trace'
import { asBest, bestOf, type Offer } from './best'
import { invocationOf } from './call'
import { forms } from './forms'
import type { FormRule, Proposal } from './forms/form'
import type { InvokeUrl } from './invokeUrl'
import { judge } from './judge'
import { type DeployedMethod, methodsOf } from './methods'
import { readable, withPlaceholders } from './placeholder'
import { vantagesOf, vpcOfVantage } from './vantages'

export interface UrlOptions {
  /** A vantage; without one, every vantage of the document. */
  from?: string
  /** Logical or physical id of an API: only its methods. */
  api?: string
  /** A browser is offered no form that needs a header or an option. */
  caller?: 'curl' | 'browser'
  /** Values for path parameters and wanted query parameters, by name. */
  params?: Readonly<Record<string, string>>
  /** With what the caller sees, for scripts that compare. */
  outcomes?: boolean
  /** Only the form to use for each method: traces no more than it takes to find it. */
  best?: boolean
  trace: (doc: TopologyDocument, invocation: Invocation) => Trace
}

/**
 * Every way to call every node: per vantage, method and deployed stage, in each form that AWS has. `works` is the
 * trace's word. @throws VantageError for a vantage that the document does not have
 */
export function invokeUrls(doc: TopologyDocument, options: UrlOptions): InvokeUrl[] {
  const offered = forms.filter((form) => options.caller !== 'browser' || form.browser)
  const methods = chosenApis(doc, options.api).flatMap(([id, api]) => methodsOf(doc, id, api, options.params ?? {}))
  return (options.from === undefined ? vantagesOf(doc) : [options.from]).flatMap((vantage) => {
    const vpc = vpcOfVantage(doc, vantage)
    const make = (rule: FormRule, proposal: Proposal, method?: DeployedMethod) =>
      offerOf(rule, proposal, () => judgedUrl(doc, vantage, rule, proposal, options, method))
    const ofMethods = methods.map((method) =>
      offered.flatMap((rule) => (rule.ofMethod?.(method.call) ?? []).map((p) => make(rule, p, method))),
    )
    const ofNodes = options.api === undefined ? byNode(offered, doc, make) : []
    return [...ofMethods, ...ofNodes].flatMap((group) => {
      const best = bestOf(group, vpc)
      if (options.best) return best ? [asBest(best)] : []
      return group.map((o) => (o === best ? asBest(o) : o.judged()))
    })
  })
}

function chosenApis(doc: TopologyDocument, word: string | undefined) {
  if (word === undefined) return restApis(doc)
  const wanted = new Set([word, ...withPhysicalId(doc, word)])
  return restApis(doc).filter(([id]) => wanted.has(id))
}

/** Nodes without an API: each is a choice of its own. */
function byNode(
  offered: FormRule[],
  doc: TopologyDocument,
  make: (rule: FormRule, proposal: Proposal) => Offer,
): Offer[][] {
  const groups = new Map<string, Offer[]>()
  for (const rule of offered)
    for (const proposal of rule.ofDocument?.(doc) ?? []) {
      const group = groups.get(proposal.resource) ?? []
      groups.set(proposal.resource, [...group, make(rule, proposal)])
    }
  return [...groups.values()]
}

function offerOf(rule: FormRule, { vpc }: Proposal, judge: () => InvokeUrl): Offer {
  let kept: InvokeUrl | undefined
  const judged = () => {
    kept ??= judge()
    return kept
  }
  return { rule, judged, ...(vpc === undefined ? {} : { vpc }) }
}

function judgedUrl(
  doc: TopologyDocument,
  vantage: string,
  rule: FormRule,
  proposal: Proposal,
  { caller, outcomes, trace }: UrlOptions,
  method?: DeployedMethod,
): InvokeUrl {
  const invocation = invocationOf(vantage, proposal, method, caller)
  const answer = proposal.unnamed === undefined ? trace(doc, invocation) : undefined
  const verdict = answer ? judge(answer) : { works: 'unknown' as const, reason: proposal.unnamed ?? '' }
  const shown = asShown(invocation)
  return {
    resource: proposal.resource,
    ...(method
      ? { api: method.call.api, stage: method.call.stage, method: method.call.method, path: method.call.resourcePath }
      : {}),
    form: rule.form,
    vantage,
    url: shown.url,
    headers: shown.headers,
    curl: readable(printCurl(shown, { shell: 'bash', oneLine: true })),
    ...verdict,
    ...(rule.debug ? { debug: true } : {}),
    ...(method && method.filled.length > 0 ? { standsFor: method.filled } : {}),
    ...(outcomes && answer ? { outcome: answer.outcome } : {}),
  }
}

/** The call as people read it, with placeholders for what AWS has not given yet. */
const asShown = (call: Invocation): Invocation => ({
  ...call,
  url: withPlaceholders(call.url),
  headers: call.headers.map(({ name, value }) => ({ name, value: withPlaceholders(value) })),
  options: call.options.connectTo
    ? {
        ...call.options,
        connectTo: call.options.connectTo.map((c) => ({
          ...c,
          host: withPlaceholders(c.host),
          toHost: withPlaceholders(c.toHost),
        })),
      }
    : call.options,
})
