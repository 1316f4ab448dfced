import { CopyButton } from '@/components/ui/CopyButton'
import { Scroll } from '@/components/ui/Scroll'
import type { Outcome, Trace } from '@/lib/trace/trace'
import { answerWords, curlSays, isCurlLine, outcomeWords } from './outcomeWords'

interface Props {
  trace: Trace
  curl: (() => Promise<string>) | undefined
  /** Name of what answers last, said beside a good status. */
  answeredBy: string | undefined
}

/** The right end of the strip: the caller's exact answer. */
export function CallerSees({ trace, curl, answeredBy }: Props) {
  const { outcome, verdict } = trace
  const tone = { reaches: 'text-pass', blocked: 'text-fail', unknown: 'text-unknown' }[verdict]
  return (
    <section aria-label="The caller sees" className="flex h-full max-h-[inherit] min-h-0 flex-col gap-1 px-3 pt-1 pb-2">
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-label text-ink3">The caller sees</h3>
        {curl !== undefined && (
          <CopyButton text={curl} label="Copy curl" className="!h-6 !px-1.5">
            curl
          </CopyButton>
        )}
      </div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className={`font-mono text-outcome ${tone}`}>{answerWords(trace)}</span>
        <span
          className={`min-w-0 text-body [overflow-wrap:anywhere] ${outcome.errorType ? `font-mono ${tone}` : 'text-ink2'}`}
        >
          {outcome.errorType ?? (verdict === 'reaches' && answeredBy ? `from ${answeredBy}` : '')}
        </span>
      </p>
      <Details outcome={outcome} />
    </section>
  )
}

function Details({ outcome }: { outcome: Outcome }) {
  const says = curlSays(outcome)
  const { body, bodyContains, bodyAlso = [], candidates = [] } = outcome
  return (
    <Scroll label="The answer in full" className="min-h-0 flex-1 text-ink2">
      {body !== undefined && body !== '' && (
        <pre className="font-mono text-id whitespace-pre-wrap break-words text-ink">{body}</pre>
      )}
      {body === undefined && bodyContains !== undefined && (
        <p className="font-mono text-id break-words text-ink">… {bodyContains} …</p>
      )}
      {bodyAlso.length > 0 && (
        <details className="text-fact">
          <summary className="rounded-bar hover:text-ink">AWS may word it otherwise</summary>
          {bodyAlso.map((other) => (
            <p key={other} className="mt-1 font-mono text-id break-words">
              {other}
            </p>
          ))}
        </details>
      )}
      {says !== undefined && (
        <p className={`break-words ${isCurlLine(outcome) ? 'font-mono text-id text-ink' : 'text-fact'}`}>{says}</p>
      )}
      <ul className="text-fact">
        {candidates.map((candidate) => (
          <li key={JSON.stringify(candidate)} className="break-words">
            {[outcomeWords(candidate), candidate.errorType, candidate.body].filter(Boolean).join(' ')}
          </li>
        ))}
      </ul>
    </Scroll>
  )
}
