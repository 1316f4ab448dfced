import { hostEphemeral, nodeEphemeral, type Ports } from '@/lib/network/networkAcls'
import { perDocument } from '@/lib/network/perDocument'
import type { Point } from '@/lib/network/point'
import { connected } from '@/lib/network/routes'
import type { TopologyDocument } from '@/lib/topology/document'
import { type Finding, partsOf } from '../check'
import { entersCheck } from '../network-acl/enters'
import { leavesCheck } from '../network-acl/leaves'
import { backCheck } from '../route/back'
import { someWays } from '../route/someWays'
import { thereCheck } from '../route/there'
import { egressCheck } from '../security-group/egress'
import { ingressCheck } from '../security-group/ingress'

/** Checks of a connection's packets: those where it begins, and those where it ends. */
export interface Leg {
  leaving: Finding[]
  arriving: Finding[]
}

export interface LegOptions {
  /** Who filters at the source sees another peer than who filters at the destination (client address preservation). */
  seenAs?: Point
  /** The connection comes by PrivateLink or from a node: answers go to its ports. */
  node?: boolean
}

/** One way of several that a connection may take. */
export type Pair = [from: Point, to: Point]

/**
 * The packets' way from one end to the other and back, in the order in which they meet each check
 * (https://docs.aws.amazon.com/vpc/latest/userguide/infrastructure-security.html). Where several ways are possible, a
 * check fails when it fails on all of them; when only some ways are closed, that is a check of its own.
 */
export function leg(doc: TopologyDocument, pairs: Pair[], port: number, options: LegOptions = {}): Leg {
  const key = JSON.stringify([
    port,
    options.node,
    options.seenAs && endOf(options.seenAs),
    pairs.map((p) => p.map(endOf)),
  ])
  const kept = legsOf(doc).get(key)
  if (kept) return kept
  const found = walked(doc, pairs, port, options)
  legsOf(doc).set(key, found)
  return found
}

/** Many calls take the same leg. */
const legsOf = perDocument(() => new Map<string, Leg>())

const endOf = ({ resource, range, home, groups, unread, publicly }: Point) => [
  resource,
  range.text,
  home,
  groups.known ? groups.value : groups.missing,
  unread,
  publicly,
]

function walked(doc: TopologyDocument, pairs: Pair[], port: number, options: LegOptions): Leg {
  const [first] = pairs
  if (!first) return { leaving: [], arriving: [] }
  const ways = pairs.map((pair) => way(doc, pair, port, options))
  const length = ways[0]?.length ?? 0
  const merged: (Finding[] | undefined)[] = []
  for (let slot = 0; slot < length; slot++) merged.push(mergeSlot(ways.map((w) => w[slot])))
  const closed = ways.filter((w) => w.some((f) => f?.verdict === 'fail'))
  const decided = merged.some((findings) => findings?.some((f) => f.verdict === 'fail'))
  const arriving = merged.slice(3).flatMap((f) => f ?? [])
  if (closed.length > 0 && !decided)
    arriving.push(someWays(doc, closed.length, ways.length, first[1], firstFailure(closed)))
  return { leaving: merged.slice(0, 3).flatMap((f) => f ?? []), arriving }
}

const firstFailure = (closed: (Finding | undefined)[][]) => closed[0]?.find((f) => f?.verdict === 'fail')

function way(
  doc: TopologyDocument,
  [from, to]: Pair,
  port: number,
  { seenAs, node }: LegOptions,
): (Finding | undefined)[] {
  const source = seenAs ?? from
  const request: Ports = [port, port]
  const answer = node ? nodeEphemeral : hostEphemeral
  const inside = to.home.in === 'vpc'
  const there = thereCheck(doc, from, to)
  const back = to.home.in === 'vpc' ? backCheck(doc, to, to.home, from) : undefined
  const leaving = [
    from.home.in === 'vpc' ? egressCheck(doc, from, to, port) : undefined,
    leavesCheck(doc, from, to, request, 'request'),
    there,
  ]
  // What has no way in from the internet cannot be opened to it: the rest is not asked.
  if (there.reason === 'from-internet') return [...leaving, ...Array.from({ length: 5 }, () => undefined)]
  return [
    ...leaving,
    entersCheck(doc, to, source, request, 'request'),
    inside ? ingressCheck(doc, source, to, port) : undefined,
    leavesCheck(doc, to, source, answer, 'answer'),
    back && sameFault(doc, there, back, from, to) ? undefined : back,
    entersCheck(doc, from, to, answer, 'answer'),
  ]
}

/** Two VPCs that nothing connects, or a peering that is not active: one fault, which both directions meet. */
function sameFault(doc: TopologyDocument, there: Finding, back: Finding, from: Point, to: Point): boolean {
  if (there.verdict !== 'fail' || back.verdict !== 'fail') return false
  return back.reason === 'peering-inactive' || back.reason === 'not-attached' || !connected(doc, from, to)
}

/** All alike: the first speaks for them, and every other resource that fails too. */
function mergeSlot(findings: (Finding | undefined)[]): Finding[] | undefined {
  const present = findings.filter((f) => f !== undefined)
  const [first] = present
  if (!first) return undefined
  const all = (verdict: Finding['verdict']) =>
    present.length === findings.length && present.every((f) => f.verdict === verdict)
  if (all('fail'))
    return present.filter((f, i) => present.findIndex((g) => partsOf(g).resource === partsOf(f).resource) === i)
  const unknown = present.find((f) => f.verdict === 'unknown')
  if (unknown) return [unknown]
  const passing = present.find((f) => f.verdict === 'pass')
  return passing ? [passing] : undefined
}
