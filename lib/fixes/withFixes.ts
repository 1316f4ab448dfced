import type { Invocation } from '@/lib/invocation/invocation'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Patch } from '@/lib/topology/patch'
import { trace as traced } from '@/lib/trace/engine'
import type { Check, Fix, Trace } from '@/lib/trace/trace'
import { adviceOn } from './advice'
import { commandsOf } from './commands'
import { aboutOf, allHops, type Proposal, type Stopped } from './proposal'
import { proposalsFor } from './propose'

/** More changes than this are no fix any more. */
const changesMax = 8

/**
 * The trace with the smallest set found that makes the call reach: a corrected call where one is enough, else changes in
 * AWS, one for each check that stops the call; each blocker has what mends it. Every change is proved by tracing with it.
 * Where none can be proved, the last fix has neither call nor patch and says who must act; what stands before it moves
 * the call on to there.
 */
export function withFixes(doc: TopologyDocument, trace: Trace): Trace {
  if (trace.verdict !== 'blocked') return trace
  const start: State = { doc, invocation: trace.invocation }
  const alone = [mend(start, callsOnly), mend(start, patchesOnly)].filter((way) => way.reached)
  const ways = alone.length > 0 ? alone : [together(start, trace)]
  const fixed = ways.flatMap(({ changes }) => changes).map((change) => ({ change, fix: fixOf(change) }))
  const fixes = [
    ...merged(fixed, alone.length === 0),
    ...ways.flatMap(({ stopped }) => (stopped ? adviceOn(stopped) : [])),
  ]
  const blockers = trace.blockers.map((blocker) => {
    const found = fixed.find(({ change: { by } }) => by?.check === blocker.check && by.resource === blocker.resource)
    return found ? { ...blocker, fix: found.fix } : blocker
  })
  return { ...trace, blockers, fixes }
}

/**
 * The call and AWS corrected together. Where that does not suffice, only what mends one of the checks that were known
 * to stop the call is worth doing: a change that opens another question is none.
 */
function together(start: State, trace: Trace): Way {
  const way = mend(start, callsFirst)
  if (way.reached) return way
  const patched = mend(start, patchesOnly)
  const last = patched.stopped
  const isKnown = trace.blockers.some((b) => b.check === last?.check.id && b.resource === (last && aboutOf(last)))
  if (last && isKnown) return patched
  const first = stoppedAt(trace)
  return { reached: false, changes: [], ...(first ? { stopped: { ...first, doc: start.doc, trace } } : {}) }
}

interface Change {
  label: string
  call?: Invocation
  patch?: Patch
  /** The document that a patch is for. */
  doc: TopologyDocument
  /** The check that it mends. */
  by: Trace['decidedBy']
}

interface Way {
  reached: boolean
  changes: Change[]
  /** Where the way ends before it reaches. */
  stopped?: Stopped
}

interface State {
  doc: TopologyDocument
  invocation: Invocation
}

/** Corrections of a call add up to one corrected call. */
function merged(fixed: { change: Change; fix: Fix }[], isMixed: boolean): Fix[] {
  const calls = fixed.filter(({ change }) => change.call)
  const changes = fixed.flatMap(({ change, fix }) => (change.call ? [] : [fix]))
  const last = calls.at(-1)?.fix
  if (!last) return changes
  const label = calls.map(({ fix }) => fix.label).join('; ')
  return [{ ...last, label, ...(isMixed && changes.length > 0 ? { together: true as const } : {}) }, ...changes]
}

const fixOf = ({ label, call, patch, doc }: Change): Fix =>
  patch ? { label, patch, ...commandsOf(doc, patch) } : { label, ...(call ? { call } : {}), commands: [] }

const callsOnly = (all: Proposal[]) => all.filter(({ call }) => call)
const patchesOnly = (all: Proposal[]) => all.filter(({ patch }) => patch && patch.length > 0)
const callsFirst = (all: Proposal[]) => [...callsOnly(all), ...patchesOnly(all)]

function stoppedAt(trace: Trace): Pick<Stopped, 'hop' | 'check'> | undefined {
  const { decidedBy } = trace
  for (const hop of decidedBy ? allHops(trace.hops) : [])
    for (const check of hop.checks) if (hop.n === decidedBy?.n && isDecider(check, decidedBy)) return { hop, check }
  return undefined
}

const isDecider = (check: Check, by: NonNullable<Trace['decidedBy']>) =>
  check.id === by.check && check.verdict === 'fail'

/** One change after another, each for the check that then decides, until the call reaches. */
function mend(start: State, choose: (all: Proposal[]) => Proposal[]): Way {
  let state = start
  const changes: Change[] = []
  const seen = new Set<string>()
  for (let n = 0; n <= changesMax; n++) {
    const now = traced(state.doc, state.invocation)
    if (now.verdict === 'reaches') return { reached: true, changes: smallest(start, changes) }
    const stop = now.verdict === 'blocked' ? stoppedAt(now) : undefined
    if (!stop) return { reached: false, changes }
    const stopped: Stopped = { ...stop, doc: state.doc, trace: now }
    seen.add(stopOf(now))
    const change = helpful(state, now, choose(proposalsFor(stopped)), seen)
    if (!change) return { reached: false, changes, stopped }
    changes.push(change)
    state = after(state, change)
  }
  return { reached: false, changes: [] }
}

const after = ({ doc, invocation }: State, { call, patch }: Proposal): State => ({
  doc: patch ? applyPatch(doc, patch) : doc,
  invocation: call ?? invocation,
})

/** The first proposal after which the call reaches; where none does, the first after which it gets further. */
function helpful(state: State, now: Trace, proposals: Proposal[], seen: Set<string>): Change | undefined {
  let further: Change | undefined
  for (const proposal of proposals) {
    const next = after(state, proposal)
    const then = traced(next.doc, next.invocation)
    const change = { ...proposal, doc: state.doc, by: now.decidedBy }
    if (then.verdict === 'reaches') return change
    if (then.verdict === 'blocked' && isFurther(now, then, seen)) further ??= change
  }
  return further
}

/**
 * Another stop decides: one that was to come next, one that lies behind, or the same rule for other packets (a network
 * ACL is asked on every passage). Never one that was met before.
 */
function isFurther(now: Trace, then: Trace, seen: Set<string>): boolean {
  const [was, is] = [now.decidedBy, then.decidedBy]
  if (!was || !is || seen.has(stopOf(then))) return false
  const same = was.check === is.check && was.resource === is.resource
  return same || is.n >= was.n || now.blockers.some((b) => b.check === is.check && b.resource === is.resource)
}

/** The stop that decides, with its sentence: what it says of addresses and ports tells one from another. */
function stopOf(trace: Trace): string {
  const stop = stoppedAt(trace)
  return stop ? `${stop.check.id} ${stop.hop.n} ${stop.check.resource ?? ''} ${stop.check.says}` : ''
}

/** A change that later ones made unnecessary is left out. */
function smallest(start: State, changes: Change[]): Change[] {
  for (const change of changes) {
    const rest = changes.filter((c) => c !== change)
    try {
      const { doc, invocation } = rest.reduce(after, start)
      if (rest.length > 0 && traced(doc, invocation).verdict === 'reaches') return smallest(start, rest)
    } catch {
      // A later change may stand on this one.
    }
  }
  return changes
}
