import type { Invocation } from '@/lib/invocation/invocation'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch, equal, PatchError } from '@/lib/topology/patch'
import type { Trace } from '@/lib/trace/trace'
import { invokeUrls } from '@/lib/urls/invokeUrls'
import { callOf } from '@/lib/urls/openingCall'
import { type Drift, driftOf } from './drift'

type Tracer = (document: TopologyDocument, call: Invocation) => Trace

/** What a drift does to the calls of the design, the worst first. */
export const effects = [
  'blocks a call',
  'lets a call through',
  'makes a call uncertain',
  'not known',
  'changes an answer',
  'no effect',
] as const
export type Effect = (typeof effects)[number]

export interface JudgedDrift extends Drift {
  effect: Effect
  /** The calls that the effect is on, each as a command from its vantage. */
  calls: { from: string; curl: string }[]
}

/** Every drift with what it alone would do to the calls of the design, most harmful first. */
export function judgedDrift(design: TopologyDocument, live: TopologyDocument, trace: Tracer): JudgedDrift[] {
  const drifts = driftOf(design, live)
  if (drifts.length === 0) return []
  const calls = callsOf(design, trace)
  return drifts
    .map((drift) => judged(design, drift, calls, trace))
    .sort((a, b) => effects.indexOf(a.effect) - effects.indexOf(b.effect))
}

interface Call {
  from: string
  curl: string
  call: Invocation
  before: Trace
}

/** The call to use for every method from every vantage. */
function callsOf(design: TopologyDocument, trace: Tracer): Call[] {
  return invokeUrls(design, { trace, best: true }).flatMap((url): Call[] => {
    const call = callOf(url)
    return call ? [{ from: url.vantage, curl: url.curl, call, before: trace(design, call) }] : []
  })
}

function judged(design: TopologyDocument, drift: Drift, calls: Call[], trace: Tracer): JudgedDrift {
  const taken = takenInto(design, [drift])
  // What cannot be taken over alone cannot be judged alone.
  if (!taken) return { ...drift, effect: 'not known', calls: [] }
  const felt = calls.map((call) => ({ ...call, effect: effectOf(call.before, trace(taken, call.call)) }))
  const effect = effects.find((word) => felt.some((call) => call.effect === word)) ?? 'no effect'
  const on = effect === 'no effect' ? [] : felt.filter((call) => call.effect === effect)
  return { ...drift, effect, calls: on.map(({ from, curl }) => ({ from, curl })) }
}

function effectOf(before: Trace, after: Trace): Effect {
  if (before.verdict !== after.verdict)
    return after.verdict === 'blocked'
      ? 'blocks a call'
      : after.verdict === 'reaches'
        ? 'lets a call through'
        : 'makes a call uncertain'
  return equal(before.outcome, after.outcome) ? 'no effect' : 'changes an answer'
}

/** The design with what is in AWS taken over for these drifts; undefined where one of them no longer applies. */
export function takenInto(design: TopologyDocument, drifts: Drift[]): TopologyDocument | undefined {
  try {
    return drifts.reduce((document, { patch }) => applyPatch(document, patch), design)
  } catch (error) {
    if (error instanceof PatchError) return undefined
    throw error
  }
}
