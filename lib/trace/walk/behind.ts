import { perDocument } from '@/lib/network/perDocument'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import type { Hop } from '../trace'
import { currentHop, keepCheck, type Stop, unwind, type Walk } from '../walk'
import type { ApiCall, Connection, Next } from './next'

type Step = Next & { step: 'api' | 'integration' }
type Run = (walk: Walk, next: Next) => void

/** A way that was walked to its end. `at` stands for the hop of the API that it begins at, `door` for the entrance. */
interface Way {
  at: Hop
  door?: Hop
  end: Walk
}

const waysOf = perDocument(() => new Map<string, Way>())

/**
 * What lies behind an API's entrance is the same for every call that comes to it alike, and what lies behind an
 * integration for every call from wherever: it is walked once for a document. A topology has thousands of calls, a
 * handful of entrances and fewer backends.
 */
export function goBehind(walk: Walk, next: Step, run: Run): void {
  const ways = waysOf(walk.doc)
  const key = keyOf(walk, next)
  const way = ways.get(key) ?? walked(walk, next, run)
  ways.set(key, way)
  join(walk, next, way)
}

/** A signature is the caller's own; a function is shown with all of the call; a gateway's call comes back to its API. */
export function isShared({ invocation }: Walk, next: Next): next is Step {
  if (next.step === 'integration') return next.integration.type.startsWith('HTTP')
  if (next.step !== 'api' || next.call.conn.integration) return false
  return invocation.signing === undefined && !next.call.conn.headers.some((h) => h.value.startsWith('AWS4-'))
}

/** Everything of the caller and the call that counts behind the step. Host does not: an integration sends its own. */
function keyOf({ doc, passed, invocation }: Walk, next: Step): string {
  const { id, stage, path, snapshot, variables, domain, conn } = next.call
  const { method, query, headers, bodyMapped } = conn
  const call = [id, stage, path, snapshot, variables, domain, method, query, headers, bodyMapped]
  const own =
    next.step === 'integration'
      ? [next.route, next.at, next.pathParameters]
      : [doorOf(doc, next.call), conn.by, conn.host]
  return JSON.stringify([next.step, ...call, ...own, passed, invocation.body])
}

/** Whoever comes through one entrance comes alike, unless a policy asks for the address. */
const doorOf = (doc: TopologyDocument, call: ApiCall) => [
  call.entrance.region,
  call.entrance.endpoint,
  asksForAddress(doc, call) && call.entrance.sources.map(({ resource, range, home }) => [resource, range.text, home]),
]

/** Whether a policy of the entrance or of the API may name `aws:SourceIp` or `aws:VpcSourceIp`, plainly or in escapes. */
function asksForAddress(doc: TopologyDocument, { api, entrance, domain }: ApiCall): boolean {
  const texts = [
    api.policy?.text,
    resourceOf(doc, entrance.endpoint, 'vpcEndpoint')?.policyDocument?.text,
    resourceOf(doc, domain, 'domainName')?.policy?.text,
    ...Object.values(api.authorizers ?? {}).map((authorizer) => JSON.stringify(authorizer)),
  ]
  return texts.some((text) => text !== undefined && /sourceip|\\u/i.test(text))
}

function walked(walk: Walk, next: Step, run: Run): Way {
  const at: Hop = { ...currentHop(walk), checks: [] }
  const { entrance } = next.call
  const door: Hop | undefined = entrance.hop && { ...entrance.hop, checks: [] }
  const { arrivesAs: _before, answer: _none, brief: _whole, ...state } = walk
  const end: Walk = {
    ...state,
    hops: [at],
    stops: [],
    missing: [],
    assumes: new Set(),
    passed: [...walk.passed],
    frames: [],
    lost: false,
    takesMs: 0,
  }
  const call = { ...next.call, entrance: { ...entrance, ...(door ? { hop: door } : {}) }, conn: withoutHost(next) }
  run(end, { ...next, call })
  unwind(end)
  return { at, end, ...(door ? { door } : {}) }
}

function withoutHost({ step, call: { conn } }: Step): Connection {
  if (step === 'api') return conn
  const { host: _host, ...rest } = conn
  return rest
}

function join(walk: Walk, { call }: Step, { at, door, end }: Way): void {
  const here = currentHop(walk)
  const { hop: entered } = call.entrance
  for (const check of at.checks) keepCheck(here, check)
  if (at.branches) here.branches = at.branches
  if (entered) for (const check of door?.checks ?? []) keepCheck(entered, check)
  const standsFor = (hop: Hop) => (hop === at ? here : hop === door && entered ? entered : hop)
  walk.hops.push(...end.hops.slice(1))
  walk.stops.push(...end.stops.map((stop): Stop => ({ ...stop, at: standsFor(stop.at) })))
  walk.missing.push(...end.missing)
  for (const assumed of end.assumes) walk.assumes.add(assumed)
  walk.lost ||= end.lost
  walk.takesMs = end.takesMs
  if (end.answer) walk.answer = end.answer
  const host = call.conn.host === undefined ? {} : { host: call.conn.host }
  if (end.arrivesAs) walk.arrivesAs = { ...walk.arrivesAs, ...host, ...end.arrivesAs }
}
