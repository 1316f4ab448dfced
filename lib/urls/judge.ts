import type { Check, Hop, Trace } from '@/lib/trace/trace'

/** Whether a call gets through, and in one sentence why not or why nobody knows. Never more than the trace says. */
export function judge(trace: Trace): { works: boolean | 'unknown'; reason?: string } {
  if (trace.verdict === 'reaches') return { works: true }
  const reason = trace.verdict === 'blocked' ? deciding(trace) : (trace.missing?.[0]?.ask ?? firstUnknown(trace))
  return { works: trace.verdict === 'blocked' ? false : 'unknown', ...(reason === undefined ? {} : { reason }) }
}

/** The sentence of the check that decides; its layer where the check left none. */
function deciding({ hops, decidedBy }: Trace): string | undefined {
  if (!decidedBy) return undefined
  const checks = [...all(hops)].filter((c) => c.id === decidedBy.check && c.verdict !== 'pass')
  return (checks.find((c) => c.verdict === 'fail') ?? checks[0])?.says ?? `Stopped at ${decidedBy.hop}.`
}

function firstUnknown({ hops, decidedBy }: Trace): string | undefined {
  for (const check of all(hops)) if (check.verdict === 'unknown') return check.says
  return decidedBy ? `Not known at ${decidedBy.hop}.` : undefined
}

function* all(hops: readonly Hop[]): Generator<Check> {
  for (const hop of hops) {
    yield* hop.checks
    for (const branch of hop.branches ?? []) yield* all(branch.hops)
  }
}
