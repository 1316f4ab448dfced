import { lazy, Suspense } from 'react'
import { useEditorState } from '@/components/editor/Editing'
import { decidingCheck, decidingSays } from '@/components/trace/deciding'
import { laneOf, laneTitles } from '@/components/trace/lanes'
import { Mark } from '@/components/ui/Mark'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Hop, Noun, Trace } from '@/lib/trace/trace'
import { Answer } from './Answer'
import { Evidence } from './Evidence'
import { Sentence } from './Sentence'
import { isSeenByCaller } from './settle/howTo'
import { SideOf } from './side/SideOf'

// What mends a call and what settles it come after its verdict.
const Fixes = lazy(() => import('./fixes/Fixes'))
const Settle = lazy(() => import('./settle/Settle'))
const AtTheCaller = lazy(() => import('./settle/AtTheCaller'))

interface Props {
  document: TopologyDocument
  trace: Trace
  hop: Hop
  curl: (() => Promise<string>) | undefined
  onNoun: (noun: Noun) => void
  onField: (resource: string, path: string) => void
}

/** Reason, evidence, what mends or settles it, the caller's answer: in this order, since that is how it is read. */
export function Broken({ document, trace, hop, curl, onNoun, onField }: Props) {
  const readOnly = useEditorState((state) => state.readOnly)
  // Where somebody else has to act, that is said before how.
  const elsewhere = useEditorState(({ mended }) => mended?.trace === trace && mended.side?.message !== undefined)
  const check = decidingCheck(trace)
  const blocked = trace.verdict === 'blocked'
  return (
    <section className="flex flex-col gap-3" aria-label={blocked ? 'Why it is blocked' : 'Why it is not known'}>
      <div className="flex flex-col gap-1.5">
        <h3 className={`flex items-center gap-2 text-body font-semibold ${blocked ? 'text-fail' : 'text-unknown'}`}>
          <Mark status={blocked ? 'blocked' : 'unknown'} size={14} silent />
          {[`${blocked ? 'Blocked' : 'Not known'} at hop ${hop.n}`, check && laneTitles[laneOf[check.hop]]]
            .filter(Boolean)
            .join(', ')}
        </h3>
        <p className="text-reason break-words">
          <Sentence says={decidingSays(document, trace)} nouns={check?.nouns ?? []} onNoun={onNoun} />
        </p>
        {elsewhere && <SideOf trace={trace} />}
      </div>
      {check && <Evidence document={document} check={check} docs={check.docs} onField={onField} />}
      <Suspense>
        {blocked ? (
          <Fixes document={document} trace={trace} />
        ) : (
          <Settle document={document} trace={trace} onField={onField} />
        )}
      </Suspense>
      {!elsewhere && <SideOf trace={trace} />}
      <Answer trace={trace} curl={curl} />
      {blocked && !readOnly && isSeenByCaller(document, trace) && (
        <details>
          <summary className="rounded-bar text-ink2 hover:text-ink">Is it otherwise where you call from?</summary>
          <div className="mt-2">
            <Suspense>
              <AtTheCaller document={document} call={trace.invocation} />
            </Suspense>
          </div>
        </details>
      )}
    </section>
  )
}
