import type { Invocation } from '@/lib/invocation/invocation'
import type { Missing } from '@/lib/known/known'
import type { Vantage } from '@/lib/network/vantage'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import { checkOf, type Finding } from './check'
import { distinct } from './outcome'
import type { Check, Hop, HopCall, Layer, Outcome } from './trace'

/** A place where the call stops, or may stop. `outcomes` is what the caller of the walk sees of it. */
export interface Stop {
  certain: boolean
  outcomes: Outcome[]
  resource: string
  hop: Layer
  /** The hop that the check stands at; its number follows when the trace is printed. */
  at: Hop
  check: string
  reason: string
  turning?: true
  /** Of a wait that is too short: how long it lasts. */
  waitsMs?: number
}

/**
 * The state of a trace under way. Stops are kept in the order in which a packet or a request meets them; a proxy on the
 * way (an integration, an application load balancer) rewrites those that lie behind it into what its caller sees.
 */
export interface Walk {
  doc: TopologyDocument
  invocation: Invocation
  vantage: Vantage
  hops: Hop[]
  stops: Stop[]
  missing: Missing[]
  assumes: Set<string>
  /** What answers when nothing stops the call; absent while the way is not at its end. */
  answer?: Outcome[]
  /** The way could not be followed to its end, so blockers beyond are not known. */
  lost: boolean
  arrivesAs?: { api?: string; host?: string; path?: string }
  /** Methods already passed, to find loops. */
  passed: string[]
  /** Proxies under way, the innermost last. */
  frames: Frame[]
  /** How long the last backend is stated to take. */
  takesMs: number
  /** Only the verdict is asked for: what would stop the call next is not looked for. */
  brief?: true
}

/**
 * A proxy on the way: what lies behind it reaches its caller as `see` says. `after` runs when all behind it is known, and
 * is told what the backend answered.
 */
export interface Frame {
  from: number
  see: (outcome: Outcome) => Outcome[]
  after?: (walk: Walk, answered: Outcome[]) => void
}

export function addHop(walk: Walk, resource: string, kind: Kind, call: HopCall): Hop {
  const hop: Hop = { n: 0, resource, kind, call, checks: [] }
  walk.hops.push(hop)
  return hop
}

export function currentHop(walk: Walk): Hop {
  const hop = walk.hops.at(-1)
  if (!hop) throw new Error('A walk begins with a hop.')
  return hop
}

/** Puts a finding on a hop (the current one by default) and keeps the stop that it means. */
export function add(walk: Walk, finding: Finding, hop: Hop = currentHop(walk)): Check {
  const check = checkOf(finding)
  if (!keepCheck(hop, check) || finding.verdict === 'pass') return check
  walk.missing.push(...finding.missing)
  walk.stops.push({
    certain: finding.verdict === 'fail',
    outcomes: finding.outcomes,
    resource: check.resource ?? hop.resource,
    hop: finding.rule.layer,
    at: hop,
    check: finding.rule.id,
    reason: finding.reason,
    ...(finding.turning ? { turning: true as const } : {}),
  })
  return check
}

/**
 * Whether nothing that is still to come can change the verdict or what the caller sees. A route that does not exist is
 * refused together with the policies.
 */
export const isDecided = ({ brief, frames, stops }: Walk): boolean =>
  brief === true && frames.length === 0 && stops.some((s) => s.certain && s.check !== 'method.exists')

/** Two ways through one place ask the same of it: what passed there already is not kept again. */
export function keepCheck(hop: Hop, check: Check): boolean {
  if (hop.checks.some((c) => c.id === check.id && c.says === check.says && c.verdict === 'pass')) return false
  hop.checks.push(check)
  return true
}

/** Whoever waits the shortest gives up first, wherever it stands on the way; of equal waits the outer one began earlier. */
export function addWait(walk: Walk, finding: Finding, waitsMs: number, hop?: Hop): void {
  add(walk, finding, hop)
  const stop = walk.stops.pop()
  if (!stop) return
  const longer = walk.stops.findIndex((s) => s.waitsMs !== undefined && s.waitsMs >= waitsMs)
  walk.stops.splice(longer < 0 ? walk.stops.length : longer, 0, { ...stop, waitsMs })
}

/** From here on everything reaches the caller through a proxy. */
export const through = (walk: Walk, see: Frame['see'], after?: Frame['after']): void => {
  walk.frames.push({ from: walk.stops.length, see, ...(after ? { after } : {}) })
}

/** At the end of the way: each proxy, from the innermost, makes of what lies behind it what its caller sees. */
export function unwind(walk: Walk): void {
  for (let frame = walk.frames.pop(); frame; frame = walk.frames.pop()) {
    for (const stop of walk.stops.slice(frame.from)) stop.outcomes = distinct(stop.outcomes.flatMap(frame.see))
    const answered = walk.answer ?? []
    if (walk.answer) walk.answer = distinct(walk.answer.flatMap(frame.see))
    frame.after?.(walk, answered)
  }
}
