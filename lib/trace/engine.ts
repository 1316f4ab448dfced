import type { Invocation } from '@/lib/invocation/invocation'
import type { TopologyDocument } from '@/lib/topology/document'
import { asCurlSees } from './curlSees'
import { oneOf } from './outcome'
import { inTimeCheck } from './service/inTime'
import type { Blocker, Hop, Trace } from './trace'
import { judge } from './verdict'
import { addWait, currentHop, isDecided, type Stop, unwind, type Walk } from './walk'
import { apiStep } from './walk/api'
import { balancerStep } from './walk/balancer'
import { goBehind, isShared } from './walk/behind'
import { endpointStep } from './walk/endpoint'
import { fork } from './walk/fork'
import { integrationStep } from './walk/integration'
import { linkStep } from './walk/link'
import type { Next } from './walk/next'
import { otherApiStep } from './walk/otherApi'
import { reachStep } from './walk/reach'
import { answeredStep, resolveStep } from './walk/resolve'
import { selectStep } from './walk/select'
import { softwareStep } from './walk/software'
import { stageStep } from './walk/stage'
import { start } from './walk/start'
import { holderStep, targetsStep } from './walk/targets'
import { wayIn } from './walk/wayIn'

/** More steps than any chain has; loops are found long before. */
const stepsMax = 500

/**
 * Whether one call gets through a topology, and what its caller sees: hop by hop, in AWS's order. Pure; the same answer
 * for the same document and call. @throws VantageError, CallError
 */
export function trace(doc: TopologyDocument, invocation: Invocation): Trace {
  return traced(start(doc, invocation))
}

/** As `trace`, for lists of calls: verdict and outcome alone, and the hops up to the one that decides. */
export function traceBriefly(doc: TopologyDocument, invocation: Invocation): Trace {
  const { walk, next } = start(doc, invocation)
  walk.brief = true
  return traced({ walk, ...(next ? { next } : {}) })
}

function traced({ walk, next }: ReturnType<typeof start>): Trace {
  const { doc, invocation } = walk
  const ahead = next && wayIn(walk, next, stepOf)
  if (ahead) run(walk, ahead)
  unwind(walk)
  const last = currentHop(walk)
  const slow = inTimeCheck(doc, last.resource, walk.takesMs, invocation.options.maxTime)
  if (slow) addWait(walk, slow.finding, slow.waits, last)
  return printed(walk)
}

function run(walk: Walk, first: Next): void {
  let next: Next | undefined = first
  for (let steps = 0; next && steps < stepsMax && !isDecided(walk); steps++) {
    if (next.step === 'fork') {
      fork(walk, next, run)
      return
    }
    if (isShared(walk, next)) {
      goBehind(walk, next, runOn)
      return
    }
    next = stepOf(walk, next)
  }
}

/** Takes the first step whatever it is, and goes on. */
function runOn(walk: Walk, first: Next): void {
  const next = first.step === 'fork' ? first : stepOf(walk, first)
  if (next) run(walk, next)
}

function stepOf(walk: Walk, next: Exclude<Next, { step: 'fork' }>): Next | undefined {
  switch (next.step) {
    case 'resolve':
      return resolveStep(walk, next)
    case 'answered':
      return answeredStep(walk, next)
    case 'reach':
      return reachStep(walk, next)
    case 'endpoint':
      return endpointStep(walk, next)
    case 'select':
      return selectStep(walk, next)
    case 'stage':
      return stageStep(walk, next)
    case 'otherApi':
      return otherApiStep(walk, next)
    case 'api':
      return apiStep(walk, next)
    case 'integration':
      return integrationStep(walk, next)
    case 'link':
      return linkStep(walk, next)
    case 'balancer':
      return balancerStep(walk, next)
    case 'targets':
      return targetsStep(walk, next)
    case 'holder':
      return holderStep(walk, next)
    case 'software':
      return softwareStep(walk, next)
  }
}

function printed(walk: Walk): Trace {
  const numbers = new Map<Hop, number>()
  const hops = numbered(walk.hops, 1, numbers)
  const { verdict, outcome, decidedBy, mayStopEarlier } = judge(walk)
  const decided = verdict !== 'reaches' && decidedBy ? { decidedBy: by(decidedBy, numbers) } : {}
  const earlier = mayStopEarlier.map((stop) => ({
    resource: stop.resource,
    hop: stop.hop,
    check: stop.check,
    outcome: asCurlSees(oneOf(stop.outcomes), walk.invocation),
  }))
  return {
    invocation: walk.invocation,
    verdict,
    outcome: asCurlSees(outcome, walk.invocation),
    ...decided,
    ...(walk.arrivesAs && verdict !== 'blocked' ? { arrivesAs: walk.arrivesAs } : {}),
    ...(verdict === 'blocked' && earlier.length > 0 ? { mayStopEarlier: earlier } : {}),
    ...(walk.missing.length > 0 ? { missing: walk.missing } : {}),
    ...(walk.assumes.size > 0 ? { assumes: [...walk.assumes] } : {}),
    hops,
    blockers: blockersOf(walk.stops, numbers),
    blockersComplete: !walk.lost && !isDecided(walk),
    fixes: [],
  }
}

/** Branches go on counting from the hop at which the path parts. What lies behind an integration is shared: it is copied. */
function numbered(hops: Hop[], first: number, numbers: Map<Hop, number>): Hop[] {
  return hops.map((hop, i) => {
    const n = first + i
    numbers.set(hop, n)
    const branches = hop.branches?.map((branch) => ({ ...branch, hops: numbered(branch.hops, n + 1, numbers) }))
    return { ...hop, n, ...(branches ? { branches } : {}) }
  })
}

const by = (stop: Stop, numbers: Map<Hop, number>): Blocker => ({
  resource: stop.resource,
  hop: stop.hop,
  n: numbers.get(stop.at) ?? stop.at.n,
  check: stop.check,
})

/** Each certain stop once, the first first. */
function blockersOf(stops: Stop[], numbers: Map<Hop, number>): Blocker[] {
  const found: Blocker[] = []
  for (const stop of stops) {
    if (!stop.certain) continue
    if (!found.some((b) => b.resource === stop.resource && b.check === stop.check)) found.push(by(stop, numbers))
  }
  return found
}
