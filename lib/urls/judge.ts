import type { Check, Hop, Trace } from '@/lib/trace/trace'

/** Whether a call gets through, and in one sentence why not or why nobody knows. Never more than the trace says. */
export function judge(trace: Trace): { works: boolean | 'unknown'; reason?: string } {
  if (trace.verdict === 'reaches') return { works: true }
  const works = trace.verdict === 'blocked' ? false : 'unknown'
  const reason = sentenceOf(trace, works === false ? 'fail' : 'unknown')
  return { works, ...(reason === undefined ? {} : { reason }) }
}

/** The sentence of the check that decides, else what is missing, else the layer at which it is decided. */
function sentenceOf({ hops, decidedBy, missing }: Trace, verdict: Check['verdict']): string | undefined {
  const checks = [...all(hops)].filter((check) => check.verdict !== 'pass')
  const deciding = checks.filter((check) => check.id === decidedBy?.check)
  const found = deciding.find((check) => check.verdict === verdict) ?? deciding[0]
  const said = found ?? (verdict === 'unknown' ? checks.find((check) => check.verdict === 'unknown') : undefined)
  return said?.says ?? missing?.[0]?.ask ?? (decidedBy && `Decided at ${decidedBy.hop}.`)
}

function* all(hops: readonly Hop[]): Generator<Check> {
  for (const hop of hops) {
    yield* hop.checks
    for (const branch of hop.branches ?? []) yield* all(branch.hops)
  }
}
