import { CopyButton } from '@/components/ui/CopyButton'
import type { Outcome, Trace } from '@/lib/trace/trace'
import { curlSays, outcomeWords } from './outcomeWords'

interface Props {
  trace: Trace
  curl: string | undefined
  /** Name of what answers last, said beside a good status. */
  answeredBy: string | undefined
}

/** The right end of the strip: the caller's exact answer. */
export function CallerSees({ trace, curl, answeredBy }: Props) {
  const { outcome, verdict } = trace
  const tone = { reaches: 'text-pass', blocked: 'text-fail', unknown: 'text-unknown' }[verdict]
  return (
    <section aria-label="The caller sees" className="flex h-full min-h-0 flex-col gap-1 px-3 pt-1 pb-2">
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-label text-ink3">The caller sees</h3>
        {curl !== undefined && (
          <CopyButton text={curl} label="Copy curl" className="!h-6 !px-1.5">
            curl
          </CopyButton>
        )}
      </div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className={`font-mono text-outcome ${tone}`}>{outcomeWords(outcome)}</span>
        <span className={`text-body ${outcome.errorType ? `font-mono ${tone}` : 'text-ink2'}`}>
          {outcome.errorType ?? (verdict === 'reaches' && answeredBy ? `from ${answeredBy}` : '')}
        </span>
      </p>
      <Details outcome={outcome} />
    </section>
  )
}

function Details({ outcome }: { outcome: Outcome }) {
  const says = curlSays(outcome)
  return (
    <div className="min-h-0 overflow-y-auto text-ink2">
      {outcome.body !== undefined && outcome.body !== '' && (
        <pre className="font-mono text-id whitespace-pre-wrap break-words text-ink">{outcome.body}</pre>
      )}
      {outcome.body === undefined && outcome.bodyContains !== undefined && (
        <p className="font-mono text-id break-words text-ink">… {outcome.bodyContains} …</p>
      )}
      {outcome.bodyAlso?.map((body) => (
        <p key={body} className="mt-1 text-fact">
          or <span className="font-mono text-id break-words">{body}</span>
        </p>
      ))}
      {says !== undefined && <p className="text-fact">{says}</p>}
      {outcome.candidates && outcome.candidates.length > 0 && (
        <ul className="text-fact">
          {outcome.candidates.map((candidate) => (
            <li key={JSON.stringify(candidate)}>{`${outcomeWords(candidate)} ${candidate.errorType ?? ''}`}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
