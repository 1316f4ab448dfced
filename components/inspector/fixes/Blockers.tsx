import { titleOf } from '@/components/outline/tree'
import { HopBadge } from '@/components/ui/HopBadge'
import { all } from '@/lib/side/place'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Blocker, Trace } from '@/lib/trace/trace'
import { Plain } from '../Sentence'

interface Props {
  document: TopologyDocument
  trace: Trace
  onSelect: (resource: string, hop: number) => void
}

/** Everything that stops the call, one after another: mending the first alone only moves the stop. */
export function Blockers({ document, trace, onSelect }: Props) {
  const { blockers } = trace
  // Fixes are proved by a trace that reaches: behind them nothing is left.
  const open = !trace.blockersComplete && trace.fixes.length === 0
  if (blockers.length < 2 && !open) return null
  return (
    <section aria-label="Everything that stops it" className="flex flex-col gap-1.5">
      <h4 className="text-label text-ink2">
        {blockers.length > 1 ? `${blockers.length} things stop it, one after another` : 'Behind it'}
      </h4>
      {blockers.length > 1 && (
        <ol className="flex flex-col gap-1.5">
          {blockers.map((blocker) => (
            <li key={`${blocker.n} ${blocker.check} ${blocker.resource}`} className="flex gap-2">
              <span className="mt-[2px]">
                <HopBadge n={blocker.n} status="blocked" />
              </span>
              <span className="min-w-0">
                <button
                  type="button"
                  className="text-left font-medium text-accent hover:underline"
                  onClick={() => onSelect(hopAt(trace, blocker)?.resource ?? blocker.resource, blocker.n)}
                >
                  {titleOf(document, blocker.resource)}
                </button>{' '}
                <span className="text-ink2">
                  <Plain text={saysOf(trace, blocker)} />
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
      {open && <p className="text-fact text-ink3">What lies behind the last one is not known until it is mended.</p>}
    </section>
  )
}

const hopAt = (trace: Trace, { n }: Blocker) => trace.hops.find((hop) => hop.n === n)

const saysOf = (trace: Trace, { n, check }: Blocker): string =>
  all(trace.hops)
    .filter((hop) => hop.n === n)
    .flatMap((hop) => hop.checks)
    .find((each) => each.id === check && each.verdict === 'fail')?.says ?? check
