import type { Answer, Destination } from '@/lib/network/destination'
import { resolve } from '@/lib/network/dns'
import { endpointPoints, nodePoints, zoneOf } from '@/lib/network/point'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { asTurning } from '../check'
import { nameCheck } from '../dns/name'
import { add, type Walk } from '../walk'
import type { Next } from './next'

/** The name that the connection is opened to, by the resolver of whoever opens it. */
export function resolveStep(walk: Walk, next: Next & { step: 'resolve' }): Next | undefined {
  const answer = resolve(walk.doc, next.asker, next.name)
  const { otherwise, ...doubtful } = answer
  if (!otherwise) return answeredStep(walk, { ...next, step: 'answered', answer })
  // Two answers are possible: both ways are followed, and what each leads to tells what is known.
  add(walk, { ...checkOf(walk, next.name, answer), outcomes: [] })
  const way = (to: string, given: Answer) => ({ to, next: { ...next, step: 'answered' as const, answer: given } })
  return {
    step: 'fork',
    ways: [way('private DNS', { ...doubtful, verdict: 'pass', reason: 'private-dns' }), way('public DNS', otherwise)],
  }
}

/** The answer, and the way to where it leads. */
export function answeredStep(walk: Walk, next: Next & { step: 'answered' }): Next | undefined {
  const { answer, name } = next
  const { destination } = answer
  add(walk, asTurning(checkOf(walk, name, answer)))
  if (answer.assumes !== undefined) walk.assumes.add(answer.assumes)
  if (answer.reason === 'custom-domain')
    walk.assumes.add(`Public DNS points ${name} to API Gateway's target of the custom domain.`)
  if (!destination) {
    walk.lost = true
    return undefined
  }
  const about = answer.about === undefined ? {} : { about: answer.about }
  return { step: 'reach', conn: next.conn, from: next.from, destination, ...about }
}

const checkOf = (walk: Walk, name: string, answer: Answer) =>
  nameCheck(walk.doc, name, answer, answer.destination && countOf(walk.doc, answer.destination))

function countOf(doc: TopologyDocument, destination: Destination): number | undefined {
  if (destination.to === 'address') return 1
  if (destination.to !== 'endpoint' && destination.to !== 'loadBalancer') return undefined
  const points = destination.to === 'endpoint' ? endpointPoints(doc, destination.id) : nodePoints(doc, destination.id)
  if (!points.known) return undefined
  return points.value.filter((p) =>
    inZone(doc, zoneOf(doc, p), p.home.in === 'vpc' ? p.home.subnet : undefined, destination.zone),
  ).length
}

/** Zonal names carry the zone's name; either name or id of the zone is accepted. */
export function inZone(
  doc: TopologyDocument,
  zoneId: string | undefined,
  subnet: string | undefined,
  zone: string | undefined,
): boolean {
  return zone === undefined || zone === zoneId || resourceOf(doc, subnet, 'subnet')?.availabilityZone === zone
}
