import { Mark } from '@/components/ui/Mark'
import { verdictStatus } from '@/components/ui/status'
import type { Trace } from '@/lib/trace/trace'
import { verdictSentence, verdictWords } from './verdictWords'

const tones = {
  reaches: 'bg-pass-tint border-pass-line text-pass',
  blocked: 'bg-fail-tint border-fail-line text-fail',
  unknown: 'bg-unknown-tint border-unknown-line text-unknown',
}

interface Props {
  trace: Trace | undefined
  /** Whether there is a call at all: an empty drawing has none. */
  called: boolean
  onPick: () => void
}

/** The answer in one look; a click goes to the hop that decides it. */
export function VerdictButton({ trace, called, onPick }: Props) {
  if (!trace)
    return (
      <span className="inline-flex h-8 w-32 items-center gap-2 rounded-control border border-line px-3 text-body text-ink3">
        <Mark status="unchecked" size={16} silent />
        {called ? 'Tracing' : 'No call yet'}
      </span>
    )
  const { word, detail } = verdictWords(trace)
  return (
    <button
      type="button"
      data-verdict={trace.verdict}
      aria-label={`${verdictSentence(trace)}. Go to the hop that decides it.`}
      title="Go to the hop that decides it"
      className={`inline-flex h-8 shrink-0 items-center gap-2 rounded-control border px-3 text-[13px] font-semibold whitespace-nowrap ${tones[trace.verdict]}`}
      onClick={onPick}
    >
      <Mark status={verdictStatus[trace.verdict]} size={16} silent />
      {word}
      {detail !== '' && <span className="font-mono font-medium">{detail}</span>}
    </button>
  )
}
