import type { TopologyDocument } from '@/lib/topology/document'
import type { Trace } from '@/lib/trace/trace'

interface Props {
  document: TopologyDocument
  trace: Trace | undefined
  failed: string | undefined
}

/** The trace in one line. */
export function StripTitle({ trace, failed }: Props) {
  return (
    <div className="flex min-w-0 flex-1 items-baseline gap-2.5">
      <h2 className="text-[13px] font-semibold">Trace</h2>
      {failed !== undefined ? (
        <p className="truncate text-fail">The trace failed, so the picture is the one before: {failed}</p>
      ) : (
        trace && <Words trace={trace} />
      )}
    </div>
  )
}

function Words({ trace }: { trace: Trace }) {
  const { verdict, decidedBy, hops } = trace
  const check = hops
    .find((hop) => hop.n === decidedBy?.n)
    ?.checks.find((each) => each.id === decidedBy?.check && each.verdict !== 'pass')
  if (verdict === 'reaches' || !decidedBy)
    return (
      <>
        <p className="shrink-0 text-ink2">{counts(trace)}</p>
        <p className="truncate text-ink3">Predicted. Nothing was sent.</p>
      </>
    )
  const blocked = verdict === 'blocked'
  return (
    <>
      <p className={`shrink-0 font-semibold ${blocked ? 'text-fail' : 'text-unknown'}`}>
        {`${blocked ? 'Blocked' : 'Not known'} at hop ${decidedBy.n} of ${hops.length}`}
      </p>
      <p className="truncate text-ink2" title={check?.says}>
        {check?.says}
      </p>
      <p className="shrink-0 text-ink3 max-[1180px]:hidden">Predicted. Nothing was sent.</p>
    </>
  )
}

function counts({ hops }: Trace): string {
  const checks = hops.flatMap((hop) => hop.checks)
  const passed = checks.filter((check) => check.verdict === 'pass').length
  const open = checks.filter((check) => check.verdict === 'unknown').length
  return [`${hops.length} hops`, `${passed} checks pass`, open > 0 ? `${open} not known` : '']
    .filter(Boolean)
    .join(' · ')
}
