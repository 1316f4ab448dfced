import { answerWords, curlSays, isCurlLine, outcomeWords } from '@/components/trace/outcomeWords'
import { CopyButton } from '@/components/ui/CopyButton'
import type { Trace } from '@/lib/trace/trace'

/** What the caller of a call that does not get through sees, with the command that shows it. */
export function Answer({ trace, curl }: { trace: Trace; curl: (() => Promise<string>) | undefined }) {
  const { outcome } = trace
  const tone = trace.verdict === 'blocked' ? 'text-fail' : 'text-unknown'
  const says = curlSays(outcome)
  return (
    <div className="flex flex-col gap-1">
      <h4 className="text-label text-ink2">The caller sees</h4>
      <div className="rounded-panel border border-line bg-sunken px-2.5 py-2">
        <p className={`font-mono ${tone}`}>{[answerWords(trace), outcome.errorType].filter(Boolean).join(' ')}</p>
        {outcome.body !== undefined && (
          <pre className="mt-1 font-mono text-id whitespace-pre-wrap break-words">{outcome.body}</pre>
        )}
        {says !== undefined && (
          <p className={`mt-1 break-words text-ink2 ${isCurlLine(outcome) ? 'font-mono text-id' : ''}`}>{says}</p>
        )}
        {outcome.candidates?.map((candidate) => (
          <p key={JSON.stringify(candidate)} className="font-mono text-id text-ink2">
            {[outcomeWords(candidate), candidate.errorType, candidate.body].filter(Boolean).join(' ')}
          </p>
        ))}
      </div>
      {curl !== undefined && (
        <CopyButton look="line" text={curl} label="Copy curl" className="self-start">
          Copy curl
        </CopyButton>
      )}
    </div>
  )
}
