import { CopyButton } from '@/components/ui/CopyButton'
import { HopBadge } from '@/components/ui/HopBadge'
import { Mark } from '@/components/ui/Mark'
import { type Status, statusWord } from '@/components/ui/status'
import type { TopologyDocument } from '@/lib/topology/document'
import { isReached } from '@/lib/trace/hopVerdict'
import type { Hop, Trace } from '@/lib/trace/trace'
import { decidingSays } from './deciding'
import { hopTitle } from './hopTitle'
import { hopStatus, laneOf, lanes, laneTitles } from './lanes'
import { answerWords, curlSays } from './outcomeWords'
import { waysWords } from './wayName'

interface Props {
  document: TopologyDocument
  trace: Trace
  hop: number | undefined
  curl: (() => Promise<string>) | undefined
  onHop: (hop: Hop) => void
}

const tones: Partial<Record<Status, string>> = {
  passes: 'bg-pass-tint border-pass-mark',
  blocked: 'bg-fail-tint border-fail-mark',
  unknown: 'bg-unknown-tint border-unknown-mark',
}

const verdictTones = { reaches: 'text-pass', blocked: 'text-fail', unknown: 'text-unknown' }

/** The trace where there is little room: one bar a hop, and one line about the chosen one. */
export function HopBars({ document, trace, hop, curl, onHop }: Props) {
  const chosen = trace.hops.find((each) => each.n === hop) ?? trace.hops.find((each) => each.n === trace.decidedBy?.n)
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-1.5 border-t border-line px-2.5 py-2">
      <ol className="flex shrink-0 gap-1 overflow-x-auto p-0.5">
        {trace.hops.map((each) => {
          const status = hopStatus(trace, each)
          const { kind, full } = hopTitle(document, each)
          return (
            <li key={each.n} className="min-w-11 flex-1">
              <button
                type="button"
                aria-current={each.n === hop ? 'step' : undefined}
                aria-label={`Hop ${each.n} of ${trace.hops.length}, ${full}, ${statusWord[status]}${waysWords(document, each)}`}
                className="group block w-full text-center focus-visible:outline-offset-[-2px]"
                onClick={() => onHop(each)}
              >
                <span
                  className={`flex h-6 items-center justify-between gap-1 rounded-bar border-b-2 px-1 ${tones[status] ?? 'border-line2 bg-sunken'} ${each.n === hop ? 'outline-2 outline-offset-1 outline-accent' : ''}`}
                >
                  <HopBadge n={each.n} status={status} />
                  <Mark status={status} size={12} silent />
                </span>
                <span className={`mt-1 block truncate text-caption ${each.n === hop ? 'text-ink' : 'text-ink2'}`}>
                  {kind}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      <div className="flex min-h-0 items-center gap-3 px-0.5">
        {chosen ? (
          <ChosenLine document={document} trace={trace} hop={chosen} />
        ) : (
          <p className="text-ink2">{`The call passes all ${trace.hops.length} hops.`}</p>
        )}
        <p className="ml-auto flex shrink-0 items-center gap-2 text-ink3">
          The caller sees
          <span className={`font-mono font-semibold ${verdictTones[trace.verdict]}`}>{answerWords(trace)}</span>
          <span className="sr-only">
            {[trace.outcome.errorType, trace.outcome.body, curlSays(trace.outcome)].join(' ')}
          </span>
          {curl !== undefined && (
            <CopyButton look="line" text={curl} label="Copy curl">
              curl
            </CopyButton>
          )}
        </p>
      </div>
    </div>
  )
}

function ChosenLine({ document, trace, hop }: { document: TopologyDocument; trace: Trace; hop: Hop }) {
  const status = hopStatus(trace, hop)
  const bad = hop.checks.find((check) => check.verdict !== 'pass')
  const asked = lanes.filter((lane) => hop.checks.some((check) => laneOf[check.hop] === lane))
  const says = !isReached(trace, hop)
    ? 'The call never gets here.'
    : hop.n === trace.decidedBy?.n && trace.verdict !== 'reaches'
      ? decidingSays(document, trace)
      : (bad?.says ?? `${asked.map((lane) => laneTitles[lane]).join(', ')} pass.`)
  return (
    <p className="flex min-w-0 gap-2">
      <span className="mt-[3px]">
        <Mark status={status} size={13} silent />
      </span>
      <span className="line-clamp-2 min-w-0" title={says}>
        <span className="font-semibold">{`Hop ${hop.n}, ${hopTitle(document, hop).full}`}</span>{' '}
        <span className="text-ink2">{says}</span>
      </span>
    </p>
  )
}
