import type { TopologyDocument } from '@/lib/topology/document'
import { equal } from '@/lib/topology/patch'
import type { Hop, Trace } from '@/lib/trace/trace'
import { messageTo } from './message'
import { all, entranceOf, type Place, placeOf, type Whose } from './place'
import { statementsOf } from './statements'
import { called, grouped, listed, parts } from './words'

export interface Side {
  /** `unknown`: what is missing lies on more sides than one. */
  side: Whose | 'unknown'
  sentence: string
  /** To the owner of the API, ready to copy, where that is somebody else. */
  message?: string
}

/** The sentences, after the place where the trace stops. */
const says = {
  blocked: 'Blocked at hop {n} of {hops}, {where}.',
  half: 'Everything in {caller} passes. The rest lies with the owner of {api}, whom no connection here can see.',
  halfWithout: 'Everything before {api} passes. The rest lies with its owner, whom no connection here can see.',
  own: 'Not known at hop {n} of {hops}, {where}.',
  mixed: 'Not known on whose side: some of what is missing lies before {api}.',
} as const

/** On whose side the verdict of a trace lies; undefined where the call reaches. */
export function sideOf(doc: TopologyDocument, trace: Trace): Side | undefined {
  const place = trace.verdict === 'reaches' ? undefined : placeOf(doc, trace)
  if (!place) return undefined
  return trace.verdict === 'blocked' ? blocked(doc, trace, place) : notKnown(doc, trace, place)
}

function blocked(doc: TopologyDocument, trace: Trace, place: Place): Side {
  const passed = place.whose === 'caller' ? [] : passing(trace, place)
  const passes = passed.length === 0 ? '' : ` Your ${listed(passed)} ${passed.length === 1 ? 'passes' : 'pass'}.`
  const sentence = `${filled(says.blocked, trace, place)}${passes}`
  return { side: place.whose, sentence, ...messageOf(doc, trace, place, passed) }
}

function notKnown(doc: TopologyDocument, trace: Trace, place: Place): Side {
  const { api, caller, whose } = place
  const own = sentenceOwn(trace, place)
  if (!api || whose === 'caller') return { side: whose, sentence: own }
  const mine = all(trace.hops).filter((h) => h.n < api.n)
  const clear = mine.every((h) => h.checks.every((c) => c.verdict === 'pass')) && isThroughPolicy(doc, trace, api)
  const name = called(doc, api.resource)
  if (!clear) return { side: 'unknown', sentence: says.mixed.replace('{api}', name) }
  if (!isSomebodyElse(place) || !isUnseen(doc, trace)) return { side: whose, sentence: own }
  const sentence = caller === undefined ? says.halfWithout : says.half.replace('{caller}', grouped(caller))
  return {
    side: whose,
    sentence: sentence.replace('{api}', name),
    ...messageOf(doc, trace, place, passing(trace, place)),
  }
}

const sentenceOwn = (trace: Trace, place: Place) => filled(says.own, trace, place)

/**
 * The endpoint's policy is asked for a route, and of an API that nobody can see there may be none: then only a policy
 * that allows everything passes for certain.
 */
function isThroughPolicy(doc: TopologyDocument, trace: Trace, api: Hop): boolean {
  const entrance = entranceOf(doc, trace, api)
  if (!entrance || entrance.endpoint.policyDocument === undefined) return true
  const asked = all(trace.hops).some(
    (h) => h.resource === entrance.id && h.checks.some((c) => c.hop === 'endpoint-policy'),
  )
  return asked || allowsAll(entrance.endpoint.policyDocument.text)
}

const allowsAll = (text: string): boolean =>
  statementsOf(text).some((s) => equal(s, { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }))

/** Nobody may look there, or nobody has looked: a fact that no AWS call shows is no such gap. */
const isUnseen = (doc: TopologyDocument, { missing }: Trace) =>
  (missing ?? []).some(
    ({ why, resource }) => ['accessDenied', 'notInspected'].includes(why) && resource in doc.resources,
  )

const filled = (text: string, { hops }: Trace, place: Place) =>
  text.replace('{n}', String(place.hop.n)).replace('{hops}', String(hops.length)).replace('{where}', whereOf(place))

function whereOf({ whose, account, caller }: Place): string {
  const side = { caller: 'on your side', owner: "on the API owner's side", backend: "on the backend's side" }[whose]
  if (account === undefined) return side
  if (whose !== 'caller' && account === caller) return `${side}, in ${grouped(account)}, which is your account too`
  return `${side}, in ${grouped(account)}`
}

/** What the caller holds and every check of which passes, up to the API that is in question. */
function passing(trace: Trace, { api, hop }: Place): string[] {
  const mine = all(trace.hops).filter((h) => h.n < Math.min(api?.n ?? hop.n, hop.n))
  return parts.flatMap(([word, layers]) => {
    const checks = mine.flatMap((h) => h.checks.filter((c) => layers.includes(c.hop)))
    return checks.length > 0 && checks.every((c) => c.verdict === 'pass') ? [word] : []
  })
}

const isSomebodyElse = ({ account, caller }: Place) => account === undefined || account !== caller

const messageOf = (doc: TopologyDocument, trace: Trace, place: Place, passed: string[]) =>
  place.whose !== 'caller' && place.api && isSomebodyElse(place)
    ? { message: messageTo(doc, trace, place, place.api, passed) }
    : {}
