import { perDocument } from '@/lib/network/perDocument'
import type { Hop } from '../trace'
import { isDecided, type Stop, type Walk } from '../walk'
import { pastDoor, type StepOf } from './gate'
import type { Connection, Next } from './next'

type Door = Next & { step: 'select' }

/** How far a walk had come, and what came next; nothing where it had ended. */
interface Reached {
  walk: Walk
  next?: Door
}

/** The ways that were walked; those that were met but once are not kept yet, since most calls of a table come only once. */
const reachedOf = perDocument(() => new Map<string, Reached | 'once'>())

/** Steps that look at nothing of the call but its connection, unless an application load balancer stands on the way. */
const blind: Next['step'][] = ['resolve', 'answered', 'reach', 'endpoint', 'targets', 'holder', 'balancer']

/** A walk that ends at one of these ends there for every call. */
const ends: Next['step'][] = ['resolve', 'answered', 'reach', 'endpoint']

/**
 * The way from a caller to an entrance is the same whatever is asked for there, and the way from an entrance to a stage
 * for every caller and every path below it: each is walked once for a document. Answers with what comes next, nothing
 * where the walk has ended.
 */
export function wayIn(walk: Walk, first: Next, stepOf: StepOf): Next | undefined {
  const next = first.step === 'resolve' ? toDoor(walk, first, stepOf) : first
  return next?.step === 'select' && !isDecided(walk) ? pastDoor(walk, next, stepOf) : next
}

function toDoor(walk: Walk, first: Next & { step: 'resolve' }, stepOf: StepOf): Next | undefined {
  const key = keyOf(walk, first)
  const known = reachedOf(walk.doc)
  const kept = known.get(key)
  if (kept && kept !== 'once') return taken(walk, kept, first.conn)
  let next: Next | undefined = first
  let last: Next = first
  while (next && next.step !== 'fork' && blind.includes(next.step) && !isDecided(walk)) {
    last = next
    next = stepOf(walk, next)
  }
  if (walk.frames.length > 0) return next
  const reached =
    next?.step === 'select' && next.conn.by === 'client'
      ? { walk, next }
      : next === undefined && ends.includes(last.step)
        ? { walk }
        : undefined
  if (reached) known.set(key, kept ? copyOf(reached) : 'once')
  return next
}

function keyOf({ invocation }: Walk, { conn, name }: Next & { step: 'resolve' }): string {
  const {
    method: _method,
    query: _query,
    path: _path,
    headers: _headers,
    host: _host,
    twoHosts: _two,
    ...network
  } = conn
  return JSON.stringify([invocation.vantage, name, invocation.options, network])
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
  const { entrance } = next
  // What the way has found out about the connection stays.
  const own = conn && {
    method: conn.method,
    path: conn.path,
    query: conn.query,
    headers: conn.headers,
    host: conn.host,
    twoHosts: conn.twoHosts,
  }
  return {
    walk: state,
    next: {
      ...next,
      entrance: { ...entrance, ...(entrance.hop ? { hop: copy(entrance.hop) } : {}) },
      conn: { ...next.conn, ...own },
    },
  }
}
