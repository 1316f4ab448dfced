import type { Check, Hop, Trace } from './trace'

export type HopVerdict = Check['verdict'] | 'unreached'

/** Lower is worse: the worst check decides its hop. */
const rank = { fail: 0, unknown: 1, pass: 2 } satisfies Record<Check['verdict'], number>

export const worstCheck = (checks: readonly Check[]): Check | undefined =>
  checks.reduce<Check | undefined>(
    (found, check) => (found && rank[found.verdict] <= rank[check.verdict] ? found : check),
    undefined,
  )

/** A hop behind the deciding one is never reached, whatever its own checks would say. */
export const isReached = (trace: Trace, hop: Hop): boolean =>
  trace.verdict !== 'blocked' || trace.decidedBy === undefined || hop.n <= trace.decidedBy.n

/** What became of the call at a hop. */
export function hopVerdict(trace: Trace, hop: Hop): HopVerdict {
  if (!isReached(trace, hop)) return 'unreached'
  if (trace.verdict === 'blocked' && trace.decidedBy?.n === hop.n) return 'fail'
  return worstCheck(hop.checks)?.verdict ?? 'pass'
}
