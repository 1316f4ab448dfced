import { titleOf } from '@/components/outline/tree'
import { CallerSees } from '@/components/trace/CallerSees'
import { hopStatus } from '@/components/trace/lanes'
import { HopBadge } from '@/components/ui/HopBadge'
import { Mark } from '@/components/ui/Mark'
import { checkStatus } from '@/components/ui/status'
import type { TopologyDocument } from '@/lib/topology/document'
import { isReached } from '@/lib/trace/hopVerdict'
import type { Trace } from '@/lib/trace/trace'

/** The smallest screen: the hops in order, to be read. */
export default function HopList({ document, trace }: { document: TopologyDocument; trace: Trace | undefined }) {
  if (!trace) return <main className="flex-1 p-3 text-ink3">The call is being traced.</main>
  const last = trace.hops.at(-1)
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      <h2 className="sr-only">The call</h2>
      <CallerSees trace={trace} curl={undefined} answeredBy={last && titleOf(document, last.resource)} />
      <ol className="divide-y divide-line border-t border-line">
        {trace.hops.map((hop) => (
          <li key={hop.n} className="px-3 py-2">
            <p className="flex items-center gap-2">
              <HopBadge n={hop.n} status={hopStatus(trace, hop)} />
              <span className="font-semibold break-words">{titleOf(document, hop.resource)}</span>
              <Mark status={hopStatus(trace, hop)} size={13} />
            </p>
            {isReached(trace, hop) && (
              <ul className="mt-1 flex flex-col gap-0.5">
                {hop.checks.map((check) => (
                  <li key={`${check.id} ${check.resource ?? ''}`} className="flex gap-2 text-ink2">
                    <span className="mt-[3px]">
                      <Mark status={checkStatus[check.verdict]} size={11} />
                    </span>
                    <span className="min-w-0 break-words">{check.says}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </main>
  )
}
