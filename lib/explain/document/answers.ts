import type { TopologyDocument } from '@/lib/topology/document'
import type { Check, Hop, Trace } from '@/lib/trace/trace'
import type { CauseRule, CheckOf } from '../causes/cause'
import { vpcOf } from './vantages'

/** A check at its place in a trace. */
export interface Placed {
  check: Check
  hop: Hop
  side: 'front' | 'behind'
}

/** Passes that say only that nobody stated otherwise: they prove nothing. */
const silent = new Set(['assumed', 'not-checked', 'not-stated', 'fail-open', 'below-threshold', 'not-documented'])

/** Every check of a trace, those of its branches included. */
export function placed(trace: Trace): Placed[] {
  const found: Placed[] = []
  const visit = (hops: readonly Hop[], behind: boolean) => {
    let past = behind
    for (const hop of hops) {
      for (const check of hop.checks) found.push({ check, hop, side: past ? 'behind' : 'front' })
      past ||= hop.kind === 'restApi' || hop.kind === 'loadBalancer'
      for (const branch of hop.branches ?? []) visit(branch.hops, past)
    }
  }
  visit(trace.hops, false)
  return found
}

export interface CauseAnswer {
  /** `holds` a check that means this cause fails, `falls` all of them pass, `open` neither. */
  is: 'holds' | 'shows' | 'falls' | 'open'
  at?: Placed
}

/** What the checks of one trace say of a cause. */
export function answerOf(doc: TopologyDocument, trace: Trace, all: readonly Placed[], rule: CauseRule): CauseAnswer {
  let open = false
  let passes: Placed | undefined
  let shows: Placed | undefined
  for (const of of rule.checks)
    for (const at of all) {
      if (!stands(doc, trace, of, at)) continue
      const { verdict, reason } = at.check
      if (of.shows?.includes(reason)) shows ??= at
      else if (verdict === 'fail' && means(of, at)) return { is: 'holds', at }
      else if (verdict === 'unknown' || silent.has(reason) || (verdict === 'fail' && of.evidence)) open = true
      else passes ??= at
    }
  if (shows) return { is: 'shows', at: shows }
  return passes && !open ? { is: 'falls', at: passes } : { is: 'open' }
}

/** The first check of a trace that asks the question of a cause. */
export const firstOf = (
  doc: TopologyDocument,
  trace: Trace,
  all: readonly Placed[],
  rule: CauseRule,
): Placed | undefined => all.find((at) => rule.checks.some((of) => stands(doc, trace, of, at)))

function stands(doc: TopologyDocument, trace: Trace, of: CheckOf, at: Placed): boolean {
  if (of.check !== at.check.id) return false
  if (of.at && !of.at.includes(at.hop.kind)) return false
  if (of.side && of.side !== at.side) return false
  if (!of.from) return true
  const inVpc = vpcOf(doc, trace.invocation.vantage) !== undefined
  return of.from === 'vpc' ? inVpc : !inVpc
}

function means(of: CheckOf, { check }: Placed): boolean {
  if (of.reasons && !of.reasons.includes(check.reason)) return false
  return of.evidence === undefined || of.evidence.test(`${check.says} ${JSON.stringify(check.evidence)}`)
}

/** Whether a check that decides the trace is one of a cause's. */
export const decides = (trace: Trace, at: Placed): boolean =>
  trace.decidedBy !== undefined && trace.decidedBy.n === at.hop.n && trace.decidedBy.check === at.check.id
