import type { Missing } from '@/lib/known/known'
import { perDocument } from '@/lib/network/perDocument'
import type { Hop } from '../trace'
import { isDecided, type Stop, type Walk } from '../walk'
import type { ApiCall, Next } from './next'
import { callAt } from './reach'
import { belowStage } from './stage'

export type StepOf = (walk: Walk, next: Exclude<Next, { step: 'fork' }>) => Next | undefined

/** What a walk found between an entrance and a stage. `door` stands for the entrance's hop, `at` for the API's. */
interface Gate {
  door: Hop | undefined
  doorChecks: Hop['checks']
  at: Hop
  stops: Stop[]
  missing: Missing[]
  call: ApiCall
}

const gatesOf = perDocument(() => new Map<string, Gate>())

const steps: Next['step'][] = ['select', 'stage']

/** From an endpoint to the stage of an API: whoever comes through finds the same there, whatever path is below it. */
export function pastDoor(walk: Walk, first: Next & { step: 'select' }, stepOf: StepOf): Next | undefined {
  const key = keyOf(walk, first)
  const kept = key === undefined ? undefined : gatesOf(walk.doc).get(key)
  if (kept) return join(walk, first, kept)
  const { hop: door } = first.entrance
  const before = {
    doorChecks: door?.checks.length,
    hops: walk.hops.length,
    stops: walk.stops.length,
    missing: walk.missing.length,
  }
  let next: Next | undefined = first
  while (next && next.step !== 'fork' && steps.includes(next.step) && !isDecided(walk)) next = stepOf(walk, next)
  if (key === undefined || next?.step !== 'api' || next.call.domain !== undefined) return next
  const [at, ...more] = walk.hops.slice(before.hops)
  // A web ACL looks at the address.
  if (!at || more.length > 0 || at.checks.some((check) => check.id === 'stage.web-acl')) return next
  const copy = { ...at, checks: [...at.checks] }
  gatesOf(walk.doc).set(key, {
    door,
    doorChecks: door?.checks.slice(before.doorChecks) ?? [],
    at: copy,
    stops: walk.stops.slice(before.stops).map((stop) => ({ ...stop, at: stop.at === at ? copy : stop.at })),
    missing: walk.missing.slice(before.missing),
    call: next.call,
  })
  return next
}

/** Of a stage that is written plainly: an escaped or doubled one has checks of its own. */
function keyOf(walk: Walk, { conn, entrance }: Next & { step: 'select' }): string | undefined {
  const { method: _method, query: _query, path, ...rest } = conn
  const { stage } = belowStage(path)
  const shared = conn.by === 'client' && entrance.endpoint !== undefined && walk.frames.length === 0
  if (!shared || conn.host === undefined || !/^[\w.-]+$/.test(stage)) return undefined
  return JSON.stringify([entrance.endpoint, entrance.region, rest, stage])
}

function join(walk: Walk, { conn, entrance }: Next & { step: 'select' }, gate: Gate): Next {
  const { hop: door } = entrance
  door?.checks.push(...gate.doorChecks)
  const at: Hop = { ...gate.at, call: callAt(conn, entrance.sources[0]), checks: [...gate.at.checks] }
  walk.hops.push(at)
  for (const stop of gate.stops) {
    const place = stop.at === gate.at ? at : stop.at === gate.door && door ? door : stop.at
    walk.stops.push({ ...stop, at: place })
  }
  walk.missing.push(...gate.missing)
  return { step: 'api', call: { ...gate.call, path: belowStage(conn.path).below, entrance, conn } }
}
