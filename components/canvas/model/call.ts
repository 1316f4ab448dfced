import type { Status } from '@/components/ui/status'
import type { Blocker, Branch, Check, Hop, HopCall, Layer, Trace } from '@/lib/trace/trace'
import { arrowId } from './arrows'
import type { Graph } from './graph'

/** What the call says of one card. */
export interface CardState {
  status: Status
  /** Numbers of the hops that stand here; none for what is only touched, as a security group. */
  hops: number[]
  /** The call gets here. */
  reached: boolean
  /** The call is stopped here. */
  broken: boolean
}

export type Flow = 'passes' | 'blocked' | 'idle' | 'unknown'

export interface CallArrow {
  id: string
  from: string
  to: string
  flow: Flow
  label: string
  /** Place in the path, for the run along it. */
  step: number
}

export interface Call {
  cards: Map<string, CardState>
  arrows: Map<string, CallArrow>
  /** Cards in the order of the hops. */
  order: string[]
}

/** Where a way ends, and on what. */
type Stop = Pick<Blocker, 'n' | 'hop' | 'check'>

const stopWord: Record<Layer, string> = {
  dns: 'no address',
  route: 'no route',
  'network-acl': 'denied',
  'security-group': 'denied',
  tls: 'TLS fails',
  endpoint: 'not answering',
  'api-selection': 'no such API',
  stage: 'no such stage',
  'endpoint-policy': 'denied',
  'resource-policy': 'denied',
  authorization: 'denied',
  'api-key': 'no API key',
  method: 'no such method',
  'request-validation': 'rejected',
  integration: 'fails',
  'vpc-link': 'link not up',
  'load-balancer': 'no listener',
  target: 'no target',
  service: 'refused',
  loop: 'a loop',
}

const calls = new WeakMap<Trace, { graph: Graph; call: Call }>()

/** The call laid over the graph: which cards and arrows it takes, and how far it gets. */
export function callOf(graph: Graph, trace: Trace): Call {
  const known = calls.get(trace)
  if (known?.graph === graph) return known.call
  const call = overlay(graph, trace)
  calls.set(trace, { graph, call })
  return call
}

function overlay(graph: Graph, trace: Trace): Call {
  const cards = new Map<string, CardState>()
  const arrows = new Map<string, CallArrow>()
  const order: string[] = []
  const onTrunk = trace.verdict === 'blocked' ? trace.decidedBy : undefined

  /** The trunk first: it is the way that gets through, if one does. What the other ways take besides is drawn after it. */
  function walk(hops: readonly Hop[], before: Hop | undefined, stop: Stop | undefined): void {
    let last = before
    for (const hop of hops) {
      enter(hop, stop)
      if (last) join(last, hop, stop)
      last = hop
    }
    for (const hop of hops)
      for (const branch of hop.branches ?? [])
        walk(branch.hops, hop, stop && stop.n <= hop.n ? stop : branchStop(branch))
  }

  function enter(hop: Hop, stop: Stop | undefined): void {
    const reached = !stop || hop.n <= stop.n
    const broken = hop.n === stop?.n
    if (graph.cards.has(hop.resource)) {
      const known = cards.get(hop.resource)
      if (!known) order.push(hop.resource)
      const own = isMixed(hop) ? worse(worst(hop.checks), 'unknown') : worst(hop.checks)
      const status = broken ? 'blocked' : reached ? own : 'unchecked'
      cards.set(hop.resource, {
        status: known ? worse(known.status, status) : status,
        hops: known?.hops.includes(hop.n) ? known.hops : [...(known?.hops ?? []), hop.n],
        reached: (known?.reached ?? false) || reached,
        broken: (known?.broken ?? false) || broken,
      })
    }
    touch(hop, reached, broken)
  }

  /** Groups and target groups have no hop of their own: they answer for the checks that lean on them. */
  function touch(hop: Hop, reached: boolean, broken: boolean): void {
    for (const check of hop.checks)
      for (const id of new Set([check.resource, ...check.evidence.map((e) => e.resource)])) {
        if (id === undefined || id === hop.resource || !isAside(graph, id)) continue
        const known = cards.get(id)
        const status = reached ? ofCheck(check) : 'unchecked'
        const culprit = broken && check.verdict === 'fail' && check.resource === id
        cards.set(id, {
          status: known ? worse(known.status, status) : status,
          hops: [],
          reached: (known?.reached ?? false) || reached,
          broken: (known?.broken ?? false) || culprit,
        })
      }
  }

  function join(a: Hop, b: Hop, stop: Stop | undefined): void {
    const stopAt = stop?.n ?? Number.POSITIVE_INFINITY
    const between = targetGroupBetween(graph, a.resource, b.resource)
    const onward = stop && b.n === stopAt ? culpritBehind(b, stop) : undefined
    const share = shareOf(a, b)
    const flow: Flow =
      a.n >= stopAt
        ? 'idle'
        : b.n === stopAt && onward === undefined
          ? 'blocked'
          : worst(b.checks) === 'unknown'
            ? 'unknown'
            : 'passes'
    const stopped = stop && stopWord[stop.hop]
    const word = flow === 'blocked' ? stopped : share
    if (onward !== undefined) put(b.resource, onward, 'blocked', stopped ?? '', b.n + 1)
    if (between === undefined) put(a.resource, b.resource, flow, word ?? wayOf(b.call), b.n, share !== undefined)
    else {
      put(a.resource, between, flow === 'blocked' ? 'passes' : flow, listenerOf(a.call), b.n, true)
      put(between, b.resource, flow, word ?? '', b.n, share !== undefined)
      if (!cards.has(between))
        cards.set(between, {
          status: flow === 'idle' ? 'unchecked' : 'passes',
          hops: [],
          reached: flow !== 'idle',
          broken: false,
        })
    }
  }

  /** A load balancer that is reached but whose target group has nobody to send the call to. */
  function culpritBehind(hop: Hop, stop: Stop): string | undefined {
    const failed = hop.checks.find((c) => c.verdict === 'fail' && c.id === stop.check)
    const id = failed?.resource
    return id !== undefined && graph.arrows.some((a) => a.from === hop.resource && a.to === id) ? id : undefined
  }

  function put(from: string, to: string, flow: Flow, label: string, step: number, exact = false): void {
    if (!graph.cards.has(from) || !graph.cards.has(to) || from === to) return
    const id = arrowId(from, to)
    const drawn = graph.arrows.find((a) => a.id === id)
    const word = (exact || flow === 'blocked') && label ? label : drawn?.label || label
    if (!arrows.has(id)) arrows.set(id, { id, from, to, flow, label: word, step })
  }

  walk(trace.hops, undefined, onTrunk)
  return { cards, arrows, order }
}

/** Where one of several ways ends: at its first check that fails. */
function branchStop({ verdict, hops }: Branch): Stop | undefined {
  if (verdict !== 'blocked') return undefined
  for (const { n, checks } of hops) {
    const failed = checks.find((check) => check.verdict === 'fail')
    if (failed) return { n, hop: failed.hop, check: failed.id }
  }
  return undefined
}

/** Of the ways behind a hop some reach and some do not. */
const isMixed = ({ branches = [] }: Hop) => new Set(branches.map(({ verdict }) => verdict)).size > 1

/** The part of the calls that goes from one hop to the next, where the path parts and AWS says in which parts. */
function shareOf(a: Hop, b: Hop): string | undefined {
  const ways = (a.branches ?? []).filter(({ hops }) => hops[0]?.resource === b.resource)
  const shares = ways.flatMap(({ share }) => share ?? [])
  const sum = Math.round(shares.reduce((all, share) => all + share, 0) * 100)
  return ways.length === 0 || shares.length < ways.length || sum >= 100 ? undefined : `${sum} %`
}

const isAside = (graph: Graph, id: string) =>
  ['securityGroup', 'targetGroup', 'resolverEndpoint', 'domainName'].includes(graph.cards.get(id)?.kind ?? '')

const severity: Record<string, number> = { passes: 0, unchecked: 1, unknown: 2, blocked: 3 }
const worse = (a: Status, b: Status): Status => ((severity[b] ?? 0) > (severity[a] ?? 0) ? b : a)
const ofCheck = (check: Check): Status =>
  check.verdict === 'fail' ? 'blocked' : check.verdict === 'unknown' ? 'unknown' : 'passes'
const worst = (checks: readonly Check[]): Status => checks.map(ofCheck).reduce(worse, 'passes')

function targetGroupBetween(graph: Graph, from: string, to: string): string | undefined {
  if (graph.cards.get(from)?.kind !== 'loadBalancer') return undefined
  const into = graph.arrows.filter((a) => a.to === to && graph.cards.get(a.from)?.kind === 'targetGroup')
  return into.find((b) => graph.arrows.some((a) => a.from === from && a.to === b.from))?.from
}

/** The listener that the call takes, of all that the load balancer has. */
const listenerOf = (call: HopCall) => (call.port === undefined ? '' : String(call.port))

function wayOf(call: HopCall): string {
  const word = call.scheme === 'https' ? 'TLS' : call.scheme === 'http' ? 'HTTP' : 'TCP'
  return call.port === undefined ? word : `${call.port} ${word}`
}
