import { checkStatus, type Status } from '@/components/ui/status'
import { type HopVerdict, hopVerdict, isReached, worstCheck } from '@/lib/trace/hopVerdict'
import type { Check, Hop, Layer, Trace } from '@/lib/trace/trace'

/** The rows of the hop strip: what a network engineer asks in turn. */
export const lanes = ['name', 'network', 'tls', 'permission', 'forward'] as const
export type Lane = (typeof lanes)[number]

export const laneTitles = {
  name: 'Name',
  network: 'Network',
  tls: 'TLS',
  permission: 'Permission',
  forward: 'Forward',
} satisfies Record<Lane, string>

export const laneOf = {
  dns: 'name',
  route: 'network',
  'network-acl': 'network',
  'security-group': 'network',
  tls: 'tls',
  endpoint: 'forward',
  'api-selection': 'name',
  stage: 'forward',
  'endpoint-policy': 'permission',
  'resource-policy': 'permission',
  authorization: 'permission',
  'api-key': 'permission',
  method: 'forward',
  'request-validation': 'forward',
  integration: 'forward',
  'vpc-link': 'forward',
  'load-balancer': 'forward',
  target: 'forward',
  service: 'forward',
  loop: 'forward',
} satisfies Record<Layer, Lane>

/** A hop at which the path parts may pass itself, and leave the verdict open by where its branches end. */
export const hopStatus = (trace: Trace, hop: Hop): Status => {
  const status = statusOf[hopVerdict(trace, hop)]
  const open = trace.verdict === 'unknown' && trace.decidedBy?.n === hop.n && hop.branches !== undefined
  return open && status === 'passes' ? 'unknown' : status
}

export const statusOf = { ...checkStatus, unreached: 'unchecked' } as const satisfies Record<HopVerdict, Status>

export interface Cell {
  lane: Lane
  status: Status
  /** False where the call stops before this is asked. */
  reached: boolean
  /** The check whose fact the cell shows; absent where nothing is asked here. */
  check?: Check
  checks: Check[]
}

/** Which check speaks for a cell when all pass: what people look for first. Others follow in the order they are asked. */
const speakers: Record<Lane, string[]> = {
  name: ['dns.name', 'api-selection.api'],
  network: ['security-group.ingress', 'security-group.private-link', 'route.there', 'security-group.egress'],
  tls: ['tls.certificate', 'tls.speaks'],
  permission: ['resource-policy.api', 'endpoint-policy.allows'],
  forward: ['integration.target', 'load-balancer.listener', 'vpc-link.status', 'endpoint.state', 'service.listens'],
}

const speaker = (checks: Check[], lane: Lane): Check | undefined =>
  speakers[lane].map((id) => checks.find((check) => check.id === id)).find((check) => check !== undefined) ??
  checks.at(-1)

/** The check that speaks for a lane of a hop where nothing stops the call. */
export const speakerOf = (hop: Hop, lane: Lane): Check | undefined =>
  speaker(
    hop.checks.filter((check) => laneOf[check.hop] === lane),
    lane,
  )

/** One cell: the worst check speaks. */
export function cellOf(trace: Trace, hop: Hop, lane: Lane): Cell {
  const inLane = (check: Check) => laneOf[check.hop] === lane
  const checks = askedOf(trace, hop).filter(inLane)
  const reached = isReached(trace, hop) && (checks.length > 0 || !hop.checks.some(inLane))
  const bad = worstCheck(checks)
  if (!bad) return { lane, reached, status: 'unchecked', checks }
  const deciding = checks.find((check) => isDeciding(trace, hop, check))
  if (deciding) return { lane, reached, status: checkStatus[deciding.verdict], check: deciding, checks }
  if (bad.verdict !== 'pass') return { lane, reached, status: checkStatus[bad.verdict], check: bad, checks }
  const check = speaker(checks, lane)
  return { lane, reached, status: 'passes', checks, ...(check ? { check } : {}) }
}

/** Checks stand in the order in which they are asked: a call that is blocked never gets to those behind the stop. */
function askedOf(trace: Trace, hop: Hop): Check[] {
  if (!isReached(trace, hop)) return []
  if (trace.verdict !== 'blocked') return hop.checks
  const stop = hop.checks.findIndex((check) => isDeciding(trace, hop, check))
  return stop < 0 ? hop.checks : hop.checks.slice(0, stop + 1)
}

const isDeciding = (trace: Trace, hop: Hop, check: Check) =>
  check.verdict !== 'pass' && trace.decidedBy?.n === hop.n && trace.decidedBy.check === check.id

const isStopped = (trace: Trace, hops: readonly Hop[]) =>
  trace.verdict === 'blocked' && hops.some((hop) => hop.n === trace.decidedBy?.n)

export interface Session {
  /** Index of the first hop and how many hops it spans. */
  at: number
  span: number
  status: Status
  /** Empty where the call stops before the session begins. */
  says: string
  checks: Check[]
}

/**
 * The pieces between two ends of a connection: an API ends the one and its integration opens the next, so a TLS bar
 * runs from a caller to the API that answers it.
 */
export function sessionsOf(trace: Trace): Session[] {
  const sessions: Session[] = []
  let start = 0
  let count = 0
  trace.hops.forEach((hop, index) => {
    const last = index === trace.hops.length - 1
    if (hop.kind !== 'restApi' && !last) return
    const hops = trace.hops.slice(start, index + 1)
    const asked = hops.filter((h) => isReached(trace, h))
    const checks = asked.flatMap((h) => askedOf(trace, h).filter((c) => c.hop === 'tls'))
    const tls = hops.some((h) => h.call.scheme === 'https')
    // A name or a packet that stops the call stops it before any handshake.
    const begun = asked.length > 0 && (!tls || checks.length > 0 || !isStopped(trace, hops))
    if (tls) count += 1
    const bad = worstCheck(checks)
    const failing = bad && bad.verdict !== 'pass' ? bad : undefined
    const says = failing?.fact ?? speaker(checks, 'tls')?.fact
    sessions.push({
      at: start,
      span: asked.length === 0 ? hops.length : asked.length,
      status: !begun || !(tls || failing) ? 'unchecked' : checkStatus[failing?.verdict ?? 'pass'],
      says: !begun
        ? ''
        : tls
          ? [`Session ${count}`, says].filter(Boolean).join(' · ')
          : (failing?.fact ?? 'none: plain HTTP'),
      checks,
    })
    start = index + 1
  })
  return sessions
}
