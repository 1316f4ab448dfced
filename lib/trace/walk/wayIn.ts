import { perDocument } from '@/lib/network/perDocument'
import type { Hop } from '../trace'
import { isDecided, type Stop, type Walk } from '../walk'
import type { Connection, Next } from './next'
import { belowStage } from './stage'

type StepOf = (walk: Walk, next: Exclude<Next, { step: 'fork' }>) => Next | undefined

type ApiStep = Next & { step: 'api' }

/** How far a walk had come, and what came next. */
interface Reached {
  walk: Walk
  next?: ApiStep
}

const reachedOf = perDocument(() => new Map<string, Reached>())

/** Steps that look at nothing of the call below its stage, unless an application load balancer stands on the way. */
const blind: Next['step'][] = [
  'resolve',
  'answered',
  'reach',
  'endpoint',
  'select',
  'targets',
  'holder',
  'balancer',
  'stage',
]

/** A walk that ends at one of these ends there for every path. */
const ends: Next['step'][] = ['resolve', 'answered', 'reach', 'endpoint']

/**
 * The way from a caller to a stage is the same for every path below it: it is walked once for a document. Answers with
 * what comes next, nothing where the walk has ended.
 */
export function wayIn(walk: Walk, first: Next, stepOf: StepOf): Next | undefined {
  const key = keyOf(walk, first)
  const kept = key === undefined ? undefined : reachedOf(walk.doc).get(key)
  if (kept && first.step === 'resolve') {
    const { walk: state, next } = copyOf(kept, first.conn)
    const { invocation, vantage, brief } = walk
    Object.assign(walk, state, { invocation, vantage, brief })
    return next
  }
  let next: Next | undefined = first
  let last = first
  while (next && next.step !== 'fork' && blind.includes(next.step) && !isDecided(walk)) {
    last = next
    next = stepOf(walk, next)
  }
  const reached = reachedBy(walk, last, next)
  if (key !== undefined && reached) reachedOf(walk.doc).set(key, copyOf(reached))
  return next
}

/** Of a call to a name, when its stage is written plainly: an escaped or doubled one has checks of its own. */
function keyOf({ invocation }: Walk, next: Next): string | undefined {
  if (next.step !== 'resolve') return undefined
  const { method: _method, query: _query, path, ...conn } = next.conn
  const { stage } = belowStage(path)
  if (!/^[\w.-]+$/.test(stage)) return undefined
  return JSON.stringify([invocation.vantage, next.name, invocation.options, conn, stage])
}

function reachedBy(walk: Walk, last: Next, next: Next | undefined): Reached | undefined {
  if (walk.frames.length > 0) return undefined
  if (next === undefined) return ends.includes(last.step) ? { walk } : undefined
  if (next.step !== 'api' || next.call.domain !== undefined || next.call.conn.by !== 'client') return undefined
  return { walk, next }
}

/** A walk that can go on by itself; with a connection, as that call walks. */
function copyOf({ walk, next }: Reached, conn?: Connection): Reached {
  const said = conn ? { method: conn.method, path: conn.path + conn.query } : {}
  const copies = new Map(
    walk.hops.map((hop): [Hop, Hop] => [hop, { ...hop, call: { ...hop.call, ...said }, checks: [...hop.checks] }]),
  )
  const copy = (hop: Hop) => copies.get(hop) ?? hop
  const state: Walk = {
    ...walk,
    hops: [...copies.values()],
    stops: walk.stops.map((stop): Stop => ({ ...stop, at: copy(stop.at) })),
    missing: [...walk.missing],
    assumes: new Set(walk.assumes),
    passed: [...walk.passed],
  }
  if (!next) return { walk: state }
  const { call } = next
  const { hop } = call.entrance
  const entrance = { ...call.entrance, ...(hop ? { hop: copy(hop) } : {}) }
  if (!conn) return { walk: state, next: { step: 'api', call: { ...call, entrance } } }
  const { method, path, query } = conn
  const taken = { ...call, entrance, path: belowStage(path).below, conn: { ...call.conn, method, path, query } }
  return { walk: state, next: { step: 'api', call: taken } }
}
