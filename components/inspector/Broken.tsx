import { titleOf } from '@/components/outline/tree'
import { laneOf, laneTitles } from '@/components/trace/lanes'
import { curlSays, isCurlLine, outcomeWords } from '@/components/trace/outcomeWords'
import { CopyButton } from '@/components/ui/CopyButton'
import { Mark } from '@/components/ui/Mark'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Check, Hop, Noun, Trace } from '@/lib/trace/trace'
import { Evidence } from './Evidence'
import { Fixes } from './Fixes'
import { Sentence } from './Sentence'

interface Props {
  document: TopologyDocument
  trace: Trace
  hop: Hop
  curl: (() => Promise<string>) | undefined
  onNoun: (noun: Noun) => void
  onField: (resource: string, path: string) => void
}

/** Reason, evidence, the caller's answer, the way to mend it: in this order, since that is how it is read. */
export function Broken({ document, trace, hop, curl, onNoun, onField }: Props) {
  const check = decidingCheck(trace, hop)
  if (!check) return null
  const blocked = trace.verdict === 'blocked'
  const others = trace.blockers.filter((blocker) => blocker.check !== check.id || blocker.n !== hop.n)
  return (
    <section className="flex flex-col gap-3" aria-label={blocked ? 'Why it is blocked' : 'Why it is not known'}>
      <div className="flex flex-col gap-1.5">
        <h3 className={`flex items-center gap-2 text-body font-semibold ${blocked ? 'text-fail' : 'text-unknown'}`}>
          <Mark status={blocked ? 'blocked' : 'unknown'} size={14} silent />
          {`${blocked ? 'Blocked' : 'Not known'} at hop ${hop.n}, ${laneTitles[laneOf[check.hop]]}`}
        </h3>
        <p className="text-reason break-words">
          <Sentence says={check.says} nouns={check.nouns} onNoun={onNoun} />
        </p>
        <p className="text-fact text-ink3">
          <a href={check.docs} target="_blank" rel="noreferrer" className="text-accent hover:underline">
            What AWS says
          </a>
        </p>
      </div>
      <Evidence document={document} check={check} onField={onField} />
      {trace.missing && trace.missing.length > 0 && !blocked && (
        <ul className="flex flex-col gap-1 text-unknown">
          {trace.missing.map((gap) => (
            <li key={`${gap.resource} ${gap.path} ${gap.ask}`}>{gap.ask}</li>
          ))}
        </ul>
      )}
      <div className="flex flex-col gap-1">
        <h4 className="text-label text-ink2">The caller sees</h4>
        <div className="rounded-panel border border-line bg-sunken px-2.5 py-2">
          <p className={`font-mono ${blocked ? 'text-fail' : 'text-unknown'}`}>
            {[outcomeWords(trace.outcome), trace.outcome.errorType].filter(Boolean).join(' ')}
          </p>
          {trace.outcome.body !== undefined && (
            <pre className="mt-1 font-mono text-id whitespace-pre-wrap break-words">{trace.outcome.body}</pre>
          )}
          {curlSays(trace.outcome) !== undefined && (
            <p className={`mt-1 break-words text-ink2 ${isCurlLine(trace.outcome) ? 'font-mono text-id' : ''}`}>
              {curlSays(trace.outcome)}
            </p>
          )}
          {trace.outcome.candidates?.map((candidate) => (
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
      <Fixes fixes={trace.fixes} />
      {blocked && others.length > 0 && (
        <div>
          <h4 className="text-label text-ink2">Behind it</h4>
          {others.map((blocker) => (
            <p key={`${blocker.n} ${blocker.check}`}>
              {`Hop ${blocker.n}, ${titleOf(document, blocker.resource)}, would stop it too: ${blocker.hop}.`}
            </p>
          ))}
        </div>
      )}
    </section>
  )
}

export function decidingCheck(trace: Trace, hop: Hop): Check | undefined {
  return (
    hop.checks.find((check) => check.id === trace.decidedBy?.check) ??
    hop.checks.find((check) => check.verdict !== 'pass')
  )
}
