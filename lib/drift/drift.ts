import { pairsOf } from '@/lib/diff/pairs'
import { staleTargets } from '@/lib/findings/staleTargets'
import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { equal, type Patch } from '@/lib/topology/patch'
import { covers, pointer } from '@/lib/topology/pointer'
import { completeFor } from '@/lib/topology/read'
import { comparable, hiddenIn, isDesigned } from './comparable'
import { inTermsOf } from './inTermsOf'

/** One field of the design that is otherwise in AWS. `path` is a JSON Pointer inside the resource, '' the whole of it. */
export interface Drift {
  resource: string
  path: string
  op: 'add' | 'remove' | 'replace'
  /** As designed, and as in AWS. */
  before?: unknown
  after?: unknown
  /** Takes what is in AWS into the design. */
  patch: Patch
  /** A target's address that is no longer its endpoint's or task's: it comes about without anybody's change. */
  parted?: true
}

/**
 * How what is in AWS differs from its design, field by field. Resources are matched by logical id, physical id, or name
 * and place. Left out: what nobody designs (health, counts, ids that AWS draws), what no AWS call shows (stated facts),
 * what was not visible, and a design's silence about a field.
 */
export function driftOf(design: TopologyDocument, live: TopologyDocument): Drift[] {
  const pairs = pairsOf(design, live)
  const read = inTermsOf(live, pairs)
  const drifts = Object.keys({ ...design.resources, ...read.resources }).flatMap((id) =>
    ofResource(id, design.resources[id], read.resources[id], read),
  )
  return [...drifts, ...parted(read, drifts)]
}

function ofResource(id: string, was: Resource | undefined, is: Resource | undefined, read: TopologyDocument): Drift[] {
  const at = pointer(['resources', id])
  if (!was) return is && isDesigned(is) ? [whole(id, 'add', { after: is }, [{ op: 'add', path: at, value: is }])] : []
  if (!is)
    return isDesigned(was) && lookedFor(read, was)
      ? [whole(id, 'remove', { before: was }, [{ op: 'remove', path: at }])]
      : []
  const [a, b] = [comparable(was), comparable(is)]
  const hidden = hiddenIn(is)
  return Object.keys({ ...a, ...b }).flatMap((field): Drift[] => {
    const path = pointer([field])
    // The design says nothing of it, or nobody could read it.
    if (!Object.hasOwn(a, field) && !meansSomething.has(field)) return []
    if (hidden.some((hole) => covers(hole, path) || covers(path, hole))) return []
    if (equal(a[field], b[field])) return []
    const [before, after] = [inField(was, field), inField(is, field)]
    const op = after === undefined ? 'remove' : before === undefined ? 'add' : 'replace'
    const values = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
    return [{ resource: id, path, op, ...values, patch: fieldsOf(field).flatMap((name) => taking(id, name, was, is)) }]
  })
}

/** A stage names its deployment: the two are taken over together. */
const fieldsOf = (field: string): string[] => (field === 'stages' ? ['deployments', 'stages'] : [field])

function taking(id: string, field: string, was: Resource, is: Resource): Patch {
  const path = pointer(['resources', id, field])
  const value = inField(is, field)
  if (value !== undefined) return [{ op: 'add', path, value }]
  return inField(was, field) === undefined ? [] : [{ op: 'remove', path }]
}

const whole = (
  resource: string,
  op: 'add' | 'remove',
  values: Pick<Drift, 'before' | 'after'>,
  patch: Patch,
): Drift => ({
  resource,
  path: '',
  op,
  ...values,
  patch,
})

/** Fields whose absence is a value: no policy admits everybody, no group filters nothing. */
const meansSomething = new Set([
  'policy',
  'policyDocument',
  'securityGroups',
  'disableExecuteApiEndpoint',
  'enforceSecurityGroupInboundRulesOnPrivateLinkTraffic',
])

/** Not found counts where it was looked for: in that account and region, or everywhere where nothing says what was seen. */
const lookedFor = (read: TopologyDocument, { kind, account, region }: Resource) =>
  completeFor(read, kind, { account, region }).known

const inField = (resource: Resource, field: string): unknown => (resource as Record<string, unknown>)[field]

/**
 * Targets in AWS that parted from what they were meant to be, where the design does not differ already. They have parted
 * because their endpoint or task is elsewhere: that is what their patch takes over.
 */
function parted(read: TopologyDocument, drifts: Drift[]): Drift[] {
  return staleTargets.find(read).flatMap(({ resource, path = '', sentence, nouns }): Drift[] => {
    if (drifts.some((drift) => drift.resource === resource && covers(drift.path, path))) return []
    const moved = drifts.filter((drift) => nouns.some((noun) => noun.resource === drift.resource))
    const patch = moved.flatMap((drift) => drift.patch)
    return [{ resource, path, op: 'replace', after: sentence, patch, parted: true }]
  })
}
