import { perDocument } from '@/lib/network/perDocument'
import type { Hop } from '../trace'
import { isDecided, type Stop, type Walk } from '../walk'
import type { Connection, Entrance, Next } from './next'
import { belowStage } from './stage'

type StepOf = (walk: Walk, next: Exclude<Next, { step: 'fork' }>) => Next | undefined

type Ahead = Next & { step: 'select' | 'api' }

/** How far a walk had come, and what came next; nothing where it had ended. */
interface Reached {
  walk: Walk
  next?: Ahead
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
 * The way from a caller to an entrance is the same whichever API is asked for there, and on to a stage the same for every
 * path below it: each is walked once for a document. Answers with what comes next, nothing where the walk has ended.
 */
export function wayIn(walk: Walk, first: Next, stepOf: StepOf): Next | undefined {
  const keys = first.step === 'resolve' ? keysOf(walk, first) : undefined
  if (!keys || first.step !== 'resolve') return onward(walk, first, stepOf, () => {})
  const known = reachedOf(walk.doc)
  const toStage = known.get(keys.stage)
  if (toStage) return taken(walk, toStage, first.conn)
  const keep = (key: string, next: Ahead | undefined) => known.set(key, copyOf({ walk, ...(next ? { next } : {}) }))
  const toDoor = known.get(keys.door)
  const from = toDoor ? taken(walk, toDoor, first.conn) : first
  return onward(walk, from, stepOf, (last, next) => {
    if (walk.frames.length > 0) return
    if (next === undefined && ends.includes(last.step)) keep(keys.door, undefined)
    if (next?.step === 'select' && next.conn.by === 'client') keep(keys.door, next)
    if (next?.step === 'api' && next.call.domain === undefined && next.call.conn.by === 'client') keep(keys.stage, next)
  })
}

type Told = (last: Next, next: Next | undefined) => void

function onward(walk: Walk, from: Next | undefined, stepOf: StepOf, tell: Told): Next | undefined {
  let next = from
  while (next && next.step !== 'fork' && blind.includes(next.step) && !isDecided(walk)) {
    const last: Next = next
    next = stepOf(walk, next)
    tell(last, next)
  }
  return next
}

/** Of a call to a name, when its stage is written plainly: an escaped or doubled one has checks of its own. */
function keysOf({ invocation }: Walk, { conn, name }: Next & { step: 'resolve' }) {
  const { method: _method, query: _query, path, headers, host, twoHosts, ...network } = conn
  const { stage } = belowStage(path)
  if (host === undefined || !/^[\w.-]+$/.test(stage)) return undefined
  const door = JSON.stringify([invocation.vantage, name, invocation.options, network])
  return { door, stage: JSON.stringify([door, headers, host, twoHosts, stage]) }
}

/** Goes on where an earlier walk had come to, as this call. */
function taken(walk: Walk, kept: Reached, conn: Connection): Next | undefined {
  const { walk: state, next } = copyOf(kept, conn)
  const { invocation, vantage, brief } = walk
  Object.assign(walk, state, { invocation, vantage, brief })
  return next
}

/** A walk that can go on by itself; with a connection, as that call walks. */
function copyOf({ walk, next }: Reached, conn?: Connection): Reached {
  const said = conn && { method: conn.method, path: conn.path + conn.query, host: conn.host, headers: conn.headers }
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
  return { walk: state, next: asCall(next, copy, conn) }
}

function asCall(next: Ahead, copy: (hop: Hop) => Hop, conn: Connection | undefined): Ahead {
  const of = (entrance: Entrance): Entrance => ({ ...entrance, ...(entrance.hop ? { hop: copy(entrance.hop) } : {}) })
  // What the way has found out about the connection stays.
  const own = conn && {
    method: conn.method,
    path: conn.path,
    query: conn.query,
    headers: conn.headers,
    host: conn.host,
    twoHosts: conn.twoHosts,
  }
  if (next.step === 'select') return { ...next, entrance: of(next.entrance), conn: { ...next.conn, ...own } }
  const { call } = next
  const below = conn ? { path: belowStage(conn.path).below } : {}
  return { step: 'api', call: { ...call, ...below, entrance: of(call.entrance), conn: { ...call.conn, ...own } } }
}
