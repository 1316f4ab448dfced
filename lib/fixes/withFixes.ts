import type { Invocation } from '@/lib/invocation/invocation'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Patch } from '@/lib/topology/patch'
import { trace as traced } from '@/lib/trace/engine'
import type { Check, Fix, Hop, Trace } from '@/lib/trace/trace'
import { commandsOf } from './commands'
import type { Proposal, Stopped } from './proposal'
import { proposers } from './propose'

/** More changes than this are no fix any more. */
const changesMax = 8

/**
 * The trace with the smallest set found that makes the call reach: a corrected call where one is enough, else changes in
 * AWS, one for each check that stops the call; each blocker has what mends it. Every fix is proved by tracing with it;
 * without proof there is none.
 */
export function withFixes(doc: TopologyDocument, trace: Trace): Trace {
  if (trace.verdict !== 'blocked') return trace
  const calls = proposalsFor(doc, trace).flatMap(({ label, call }) => (call ? [{ label, call }] : []))
  const corrected = calls.find(({ call }) => traced(doc, call).verdict === 'reaches')
  const changes = mend(doc, trace.invocation) ?? []
  if (!corrected && changes.length === 0) return trace
  const mended = changes.map((change) => ({ change, fix: fixOf(doc, change) }))
  const called = corrected ? [{ label: corrected.label, call: corrected.call, commands: [] }] : []
  const blockers = trace.blockers.map((blocker) => {
    const found = mended.find(({ change: { by } }) => by?.check === blocker.check && by.resource === blocker.resource)
    return found ? { ...blocker, fix: found.fix } : blocker
  })
  return { ...trace, blockers, fixes: [...called, ...mended.map((m) => m.fix)] }
}

const fixOf = (doc: TopologyDocument, { label, patch }: Change): Fix => ({ label, patch, ...commandsOf(doc, patch) })

function proposalsFor(doc: TopologyDocument, trace: Trace): Proposal[] {
  const stopped = stoppedAt(doc, trace)
  return stopped ? (proposers[stopped.check.id]?.(stopped) ?? []) : []
}

function stoppedAt(doc: TopologyDocument, trace: Trace): Stopped | undefined {
  const { decidedBy } = trace
  for (const hop of decidedBy ? allHops(trace.hops) : [])
    for (const check of hop.checks)
      if (hop.n === decidedBy?.n && isDecider(check, decidedBy)) return { doc, trace, hop, check }
  return undefined
}

const isDecider = (check: Check, by: NonNullable<Trace['decidedBy']>) =>
  check.id === by.check && check.verdict === 'fail'

const allHops = (hops: Hop[]): Hop[] => hops.flatMap((h) => [h, ...(h.branches ?? []).flatMap((b) => allHops(b.hops))])

interface Change {
  label: string
  patch: Patch
  /** The check that it mends. */
  by: Trace['decidedBy']
}

/** One change after another, each for the check that then decides, until the call reaches. */
function mend(start: TopologyDocument, invocation: Invocation): Change[] | undefined {
  let doc = start
  const changes: Change[] = []
  for (let n = 0; n < changesMax; n++) {
    const now = traced(doc, invocation)
    if (now.verdict === 'reaches') return smallest(start, invocation, changes)
    if (now.verdict !== 'blocked') return undefined
    const change = helpful(doc, now)
    if (!change) return undefined
    changes.push(change)
    doc = applyPatch(doc, change.patch)
  }
  return undefined
}

/** The first proposal after which another check decides, or none. */
function helpful(doc: TopologyDocument, now: Trace): Change | undefined {
  for (const { label, patch } of proposalsFor(doc, now)) {
    if (!patch || patch.length === 0) continue
    const after = traced(applyPatch(doc, patch), now.invocation)
    const same =
      after.decidedBy?.check === now.decidedBy?.check &&
      after.decidedBy?.resource === now.decidedBy?.resource &&
      after.decidedBy?.n === now.decidedBy?.n
    if (after.verdict === 'reaches' || (after.verdict === 'blocked' && !same))
      return { label, patch, by: now.decidedBy }
  }
  return undefined
}

/** A change that later ones made unnecessary is left out. */
function smallest(doc: TopologyDocument, invocation: Invocation, changes: Change[]): Change[] {
  for (const change of changes) {
    const rest = changes.filter((c) => c !== change)
    try {
      const without = rest.reduce((d, c) => applyPatch(d, c.patch), doc)
      if (rest.length > 0 && traced(without, invocation).verdict === 'reaches') return smallest(doc, invocation, rest)
    } catch {
      // A later change may stand on this one.
    }
  }
  return changes
}
