import type { TopologyDocument } from '@/lib/topology/document'
import type { Trace } from '@/lib/trace/trace'
import { decidingSays } from './deciding'

interface Props {
  document: TopologyDocument
  trace: Trace | undefined
  failed: string | undefined
}

/** The trace in one line. */
export function StripTitle({ document, trace, failed }: Props) {
  return (
    <div className="flex min-w-0 flex-1 items-baseline gap-2.5">
      <h2 className="text-[13px] font-semibold">Trace</h2>
      {failed !== undefined ? (
        <p className="truncate text-fail">The trace failed, so the picture is the one before: {failed}</p>
      ) : (
        trace && <Words document={document} trace={trace} />
      )}
    </div>
  )
}

function Words({ document, trace }: { document: TopologyDocument; trace: Trace }) {
  const { verdict, decidedBy, hops } = trace
  const says = decidingSays(document, trace)
  const behind = verdict === 'blocked' && decidedBy ? notReached(decidedBy.n, hops.length) : ''
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
      <p className="truncate text-ink2" title={says}>
        {[says, behind].filter(Boolean).join(' ')}
      </p>
      <p className="shrink-0 text-ink3 max-[1180px]:hidden">Predicted. Nothing was sent.</p>
    </>
  )
}

function notReached(n: number, of: number): string {
  if (n >= of) return ''
  return n + 1 === of ? `Hop ${of} is not reached.` : `Hops ${n + 1} to ${of} are not reached.`
}

function counts({ hops }: Trace): string {
  const checks = hops.flatMap((hop) => hop.checks)
  const passed = checks.filter((check) => check.verdict === 'pass').length
  const open = checks.filter((check) => check.verdict === 'unknown').length
  return [`${hops.length} hops`, `${passed} checks pass`, open > 0 ? `${open} not known` : '']
    .filter(Boolean)
    .join(' · ')
}
