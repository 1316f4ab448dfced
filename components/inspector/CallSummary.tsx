import { verdictSentence } from '@/components/callbar/verdictWords'
import { kindWord } from '@/components/canvas/model/kindWord'
import { decidingHop } from '@/components/editor/hops'
import { titleOf } from '@/components/outline/tree'
import { hopStatus } from '@/components/trace/lanes'
import { Button } from '@/components/ui/Button'
import { HopBadge } from '@/components/ui/HopBadge'
import { Mark } from '@/components/ui/Mark'
import { verdictStatus } from '@/components/ui/status'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Trace } from '@/lib/trace/trace'
import { TriedSlot } from './fixes/TriedSlot'
import { SideOf } from './side/SideOf'

interface Props {
  document: TopologyDocument
  trace: Trace | undefined
  onSelect: (resource: string, hop?: number) => void
}

/** The call as a whole: its verdict, and its hops in order. */
export function CallSummary({ document, trace, onSelect }: Props) {
  if (!trace) return <p className="p-3 text-ink3">The call is being traced.</p>
  const deciding = trace.verdict === 'reaches' ? undefined : decidingHop(trace)
  return (
    <div className="flex h-full min-h-0 flex-col gap-3 overflow-y-auto px-3 py-3">
      <div className="flex flex-col gap-1">
        <h2 className="flex items-center gap-2 text-section">
          <Mark status={verdictStatus[trace.verdict]} size={16} silent />
          {verdictSentence(trace)}
        </h2>
        <p className="text-ink2">{summary(document, trace)}</p>
        <SideOf trace={trace} />
        <p className="text-ink3">Predicted. Nothing was sent.</p>
        {deciding && (
          <Button className="self-start" onClick={() => onSelect(deciding.resource, deciding.n)}>
            {trace.verdict === 'blocked' ? 'Why, and what mends it' : 'Why, and what settles it'}
          </Button>
        )}
      </div>
      <TriedSlot />
      <ol className="flex flex-col">
        {trace.hops.map((hop) => {
          const resource = document.resources[hop.resource]
          return (
            <li key={hop.n}>
              <button
                type="button"
                className="flex w-full items-center gap-2 rounded-control px-1 py-1 text-left hover:bg-hover"
                onClick={() => onSelect(hop.resource, hop.n)}
              >
                <HopBadge n={hop.n} status={hopStatus(trace, hop)} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{titleOf(document, hop.resource)}</span>
                  <span className="block truncate text-fact text-ink3">{resource ? kindWord(resource) : hop.kind}</span>
                </span>
                <Mark status={hopStatus(trace, hop)} size={13} />
              </button>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** The call in one line: where it starts, what it passes, where it ends. */
function summary(document: TopologyDocument, { hops }: Trace): string {
  const apis = hops.filter((hop) => hop.kind === 'restApi').length
  const through = apis === 0 ? '' : apis === 1 ? ', through one API' : `, through ${apis} APIs in a row`
  const [first, last] = [hops.at(0), hops.at(-1)]
  const from = first && `From ${titleOf(document, first.resource)}${through}`
  const way = first && last && (first === last ? `${from}.` : `${from}, to ${titleOf(document, last.resource)}.`)
  return way ?? ''
}
