import { distinct, oneOf } from './outcome'
import type { Outcome, Verdict } from './trace'
import type { Stop, Walk } from './walk'

export interface Judgement {
  verdict: Verdict
  outcome: Outcome
  /** The stop that decides: of an unknown verdict the first that may stop the call. */
  decidedBy?: Stop
  mayStopEarlier: Stop[]
}

/**
 * Reads the verdict off a walk that is at its end. The first certain stop blocks; what may stop before it leaves the
 * outcome open, not the verdict. Without a certain stop the call reaches when nothing may stop it.
 */
export function judge(walk: Walk): Judgement {
  const certain = walk.stops.findIndex((stop) => stop.certain)
  const mayStopEarlier = (certain < 0 ? walk.stops : walk.stops.slice(0, certain)).filter((stop) => !stop.certain)
  const earlier = mayStopEarlier.flatMap((stop) => stop.outcomes)
  const decidedBy = walk.stops[certain]
  // Behind a turning that is not known nothing is certain: the call may have gone another way.
  const turned = mayStopEarlier.find((stop) => stop.turning)
  if (decidedBy && turned) {
    const candidates = distinct([...decidedBy.outcomes, ...earlier])
    return { verdict: 'unknown', outcome: { kind: 'unknown', candidates }, decidedBy: turned, mayStopEarlier }
  }
  if (decidedBy) {
    const here = [...decidedBy.outcomes, ...tied(walk.stops, certain)]
    return { verdict: 'blocked', outcome: oneOf([...here, ...earlier]), decidedBy, mayStopEarlier }
  }
  if (walk.answer && mayStopEarlier.length === 0)
    return { verdict: 'reaches', outcome: oneOf(walk.answer), mayStopEarlier }
  const [first] = mayStopEarlier
  const named = distinct([...(walk.answer ?? []), ...earlier])
  const candidates = named.length > 1 ? named : distinct([...named, somebody])
  return {
    verdict: 'unknown',
    outcome: { kind: 'unknown', candidates },
    ...(first ? { decidedBy: first } : {}),
    mayStopEarlier,
  }
}

/** Besides the one outcome that is known: another way, which could not be followed, may lead to any answer. */
const somebody: Outcome = { kind: 'response' }

/**
 * A route that does not exist, the endpoint policy and the resource policy: no page says which of them is asked first,
 * and each refuses with 403.
 */
function tied(stops: Stop[], first: number): Outcome[] {
  const decider = stops[first]
  if (decider?.check !== 'method.exists') return []
  const later = stops.slice(first + 1)
  const end = later.findIndex((s) => s.check === 'method.exists')
  return (end < 0 ? later : later.slice(0, end))
    .filter((s) => s.certain && (s.hop === 'endpoint-policy' || s.hop === 'resource-policy'))
    .flatMap((s) => s.outcomes)
}
