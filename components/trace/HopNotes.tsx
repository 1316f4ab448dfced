import { Redo } from 'lucide-react'
import { titleOf } from '@/components/outline/tree'
import { Mark } from '@/components/ui/Mark'
import { verdictStatus } from '@/components/ui/status'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Branch, Hop } from '@/lib/trace/trace'
import { jumpWords } from './jump'
import { outcomeWords } from './outcomeWords'
import { shareWords, wayName } from './wayName'

interface Props {
  document: TopologyDocument
  hop: Hop
  onSelect: (resource: string) => void
}

/** What the line of hops alone does not show: a jump past an API, and where the path parts. */
export function HopNotes(props: Props) {
  const jump = jumpWords(props.document, props.hop)
  return (
    <>
      {jump !== undefined && (
        <p className="flex gap-2">
          <Redo size={13} aria-hidden className="mt-[3px] shrink-0 text-ink3" />
          {jump}
        </p>
      )}
      <Ways {...props} />
    </>
  )
}

/** Where the path parts: each way, the share of the calls that takes it, and where it ends. */
function Ways({ document, hop, onSelect }: Props) {
  const branches = hop.branches ?? []
  if (branches.length === 0) return null
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="flex justify-between text-label text-ink2">
        {`The path parts in ${branches.length}`}
        <span className="font-normal text-ink3">{`hop ${hop.n}`}</span>
      </h3>
      <ul className="divide-y divide-line overflow-hidden rounded-panel border border-line">
        {branches.map((branch) => (
          <li key={branch.to} className="flex items-start gap-2 px-2.5 py-1.5">
            <span className="mt-[3px]">
              <Mark status={verdictStatus[branch.verdict]} size={13} />
            </span>
            <div className="min-w-0 flex-1">
              <p className="flex items-baseline justify-between gap-2">
                <span className="min-w-0 font-medium break-words">{wayName(document, branch)}</span>
                <span className="shrink-0 font-mono text-id text-ink2">{shareWords(branch)}</span>
              </p>
              <p className="text-ink2">{endOf(branch)}</p>
              {branch.hops.length > 0 && (
                <p className="flex flex-wrap gap-x-1.5 text-fact text-ink3">
                  {branch.hops.map((each) => (
                    <button
                      key={`${each.n} ${each.resource}`}
                      type="button"
                      className="text-accent hover:underline"
                      onClick={() => onSelect(each.resource)}
                    >
                      {`${each.n} ${titleOf(document, each.resource)}`}
                    </button>
                  ))}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function endOf({ verdict, outcome, hops }: Branch): string {
  const stop = hops.flatMap((hop) => hop.checks).find((check) => check.verdict !== 'pass')
  if (verdict === 'reaches') return outcome.status === undefined ? 'Reaches' : `Reaches, ${outcome.status}`
  const word = verdict === 'blocked' ? `Blocked, ${outcomeWords(outcome)}` : 'Not known'
  return stop ? `${word}: ${stop.says}` : word
}
