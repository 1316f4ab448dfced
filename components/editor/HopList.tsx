import { choiceOf } from '@/components/callbar/vantages'
import { Plain } from '@/components/inspector/Sentence'
import { titleOf } from '@/components/outline/tree'
import { CallerSees } from '@/components/trace/CallerSees'
import { hopStatus } from '@/components/trace/lanes'
import { HopBadge } from '@/components/ui/HopBadge'
import { Id } from '@/components/ui/Id'
import { Mark } from '@/components/ui/Mark'
import { checkStatus } from '@/components/ui/status'
import type { TopologyDocument } from '@/lib/topology/document'
import { isReached } from '@/lib/trace/hopVerdict'
import type { Trace } from '@/lib/trace/trace'

/** The smallest screen: the call and its hops in order, to be read. */
export default function HopList({ document, trace }: { document: TopologyDocument; trace: Trace | undefined }) {
  if (!trace) return <main className="flex-1 p-3 text-ink3">The call is being traced.</main>
  const { vantage, method, url, headers } = trace.invocation
  const last = trace.hops.at(-1)
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      <section aria-labelledby="call" className="border-b border-line px-3 py-2.5">
        <h2 id="call" className="text-label text-ink3">{`Called from ${choiceOf(document, vantage).name}`}</h2>
        <p>
          <code className="text-ink2">{method}</code> <Id text={url} />
        </p>
        {headers.map(({ name, value }) => (
          <p key={`${name} ${value}`}>
            <Id text={`${name}: ${value}`} className="text-id text-ink2" />
          </p>
        ))}
      </section>
      <div className="max-h-56 border-b border-line">
        <CallerSees trace={trace} curl={undefined} answeredBy={last && titleOf(document, last.resource)} />
      </div>
      <ol className="divide-y divide-line">
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
                  <li key={`${check.id} ${check.says}`} className="flex gap-2 text-ink2">
                    <span className="mt-[3px]">
                      <Mark status={checkStatus[check.verdict]} size={11} />
                    </span>
                    <span className="min-w-0 break-words">
                      <Plain text={check.says} />
                    </span>
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
