import type { Invocation } from '@/lib/invocation/invocation'
import type { TopologyDocument } from '@/lib/topology/document'
import { asCurlSees } from './curlSees'
import { oneOf } from './outcome'
import { inTimeCheck } from './service/inTime'
import type { Blocker, Hop, Trace } from './trace'
import { judge } from './verdict'
import { addWait, currentHop, type Stop, unwind, type Walk } from './walk'
import { apiStep } from './walk/api'
import { balancerStep } from './walk/balancer'
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

/** More steps than any chain has; loops are found long before. */
const stepsMax = 500

/**
 * Whether one call gets through a topology, and what its caller sees: hop by hop, in AWS's order. Pure; the same answer
 * for the same document and call. @throws VantageError, CallError
 */
export function trace(doc: TopologyDocument, invocation: Invocation): Trace {
  const { walk, next } = start(doc, invocation)
  if (next) run(walk, next)
  unwind(walk)
  const last = currentHop(walk)
  const slow = inTimeCheck(doc, last.resource, walk.takesMs, invocation.options.maxTime)
  if (slow) addWait(walk, slow.finding, slow.waits, last)
  return printed(walk)
}

function run(walk: Walk, first: Next): void {
  let next: Next | undefined = first
  for (let steps = 0; next && steps < stepsMax; steps++) {
    if (next.step === 'fork') {
      fork(walk, next, run)
      return
    }
    next = stepOf(walk, next)
  }
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
  number(walk.hops, 1)
  const { verdict, outcome, decidedBy, mayStopEarlier } = judge(walk)
  const decided = verdict !== 'reaches' && decidedBy ? { decidedBy: by(decidedBy) } : {}
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
    hops: walk.hops,
    blockers: blockersOf(walk.stops),
    blockersComplete: !walk.lost,
    fixes: [],
  }
}

/** Branches go on counting from the hop at which the path parts. */
function number(hops: Hop[], first: number): void {
  for (const [i, hop] of hops.entries()) {
    hop.n = first + i
    for (const branch of hop.branches ?? []) number(branch.hops, hop.n + 1)
  }
}

const by = (stop: Stop) => ({ resource: stop.resource, hop: stop.hop, n: stop.at.n, check: stop.check })

/** Each certain stop once, the first first. */
function blockersOf(stops: Stop[]): Blocker[] {
  const found: Blocker[] = []
  for (const stop of stops) {
    if (!stop.certain) continue
    if (!found.some((b) => b.resource === stop.resource && b.check === stop.check)) found.push(by(stop))
  }
  return found
}
