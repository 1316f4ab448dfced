import type { TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import { bindAliases } from './bindAliases'
import { bindTargets } from './bindTargets'
import { type BlindSpot, blindSpots } from './blindSpots'
import type { CallRecord } from './clients'
import { collectors } from './collectors'
import { type ConnectionSpec, connect, type Reach, SignInError } from './connection'
import { Follow } from './follow'
import { Limiter } from './limiter'
import { type Selector, start } from './selectors'
import { type Inspection, Site } from './site'
import { Survey } from './survey'

export interface Request {
  connections: ConnectionSpec[]
  selectors: Selector[]
  name: string
  /** Where AWS is emulated; only when the command line or the server's configuration says so. */
  endpointUrl?: string
  /** Cancels what is not read yet; the rest of the document is marked. */
  signal?: AbortSignal
  /** One for the whole process: the rates are those of an account. */
  limiter?: Limiter
  onProgress?: (kind: Kind, id: string) => void
  onCall?: (call: CallRecord) => void
  /** An optional connection that did not sign in, while others did. */
  onSkipped?: (error: SignInError) => void
}

export interface Inspected {
  document: TopologyDocument
  blindSpots: BlindSpot[]
  /** Selectors that no connection knows. */
  notFound: Selector[]
  reaches: Reach[]
}

/** Follows the chain from the selectors through every connection. @throws SignInError where nobody signs in */
export async function inspect(request: Request): Promise<Inspected> {
  const reaches = await reachesOf(request)
  const survey = new Survey(reaches)
  const said = new Set<string>()
  const inspection: Inspection = {
    survey,
    follow: new Follow(),
    sites: [],
    sightings: new Map(),
    progress(kind, id) {
      const key = `${kind} ${id}`
      if (said.has(key)) return
      said.add(key)
      request.onProgress?.(kind, id)
    },
  }
  inspection.sites = reaches.map((reach) => new Site(reach, inspection, collectors))
  const found = await Promise.all(request.selectors.map((selector) => start(inspection, selector)))
  await inspection.follow.settled()
  for (const [id, group] of bindTargets(survey.resources, inspection.sightings, reaches)) survey.add(id, group)
  for (const [id, zone] of bindAliases(survey.resources)) survey.add(id, zone)
  const document = survey.document(request.name)
  const notFound = request.selectors.filter((_, i) => !found[i])
  return { document, blindSpots: blindSpots(document), notFound, reaches }
}

/** Signs in everywhere; an account and region that two connections reach is read once. */
async function reachesOf({ connections, limiter = new Limiter(), onSkipped, ...request }: Request): Promise<Reach[]> {
  const shared = {
    limiter,
    ...(request.endpointUrl === undefined ? {} : { endpointUrl: request.endpointUrl }),
    ...(request.signal ? { signal: request.signal } : {}),
    ...(request.onCall ? { onCall: request.onCall } : {}),
  }
  const signedIn = await Promise.allSettled(connections.map((spec) => connect(spec, shared)))
  const reaches = new Map<string, Reach>()
  const skipped: SignInError[] = []
  for (const [i, result] of signedIn.entries()) {
    if (result.status === 'fulfilled') {
      const key = `${result.value.accountId}/${result.value.region}`
      if (!reaches.has(key)) reaches.set(key, result.value)
    } else if (result.reason instanceof SignInError && connections[i]?.optional) skipped.push(result.reason)
    else throw result.reason
  }
  const [first] = skipped
  if (reaches.size === 0) throw first ?? new SignInError('There is no connection to read through.')
  for (const error of skipped) onSkipped?.(error)
  return [...reaches.values()]
}
