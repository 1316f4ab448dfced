import { Mark } from '@/components/ui/Mark'
import { plain, type Words } from '@/lib/policy/words/words'
import { Plain } from '../Sentence'
import type { Deciding } from './deciding'

/** Each statement in one sentence; the one that decides carries its mark. */
export function Statements({ words, deciding }: { words: Words; deciding: Deciding | undefined }) {
  const none = deciding && deciding.statement === undefined
  return (
    <ol className="flex flex-col divide-y divide-line border-b border-line px-3">
      {words.clauses.map((clause, at) => {
        const decides = clause.statement === deciding?.statement
        return (
          <li key={clause.at} className="flex gap-2 py-1.5">
            <span className="w-4 shrink-0 pt-[3px]">
              {decides && <Mark status={deciding.blocks ? 'blocked' : 'passes'} size={13} />}
            </span>
            <span className="w-4 shrink-0 text-right font-mono text-ink3">{clause.statement + 1}</span>
            <p className="min-w-0 break-words">
              <Plain text={plain(words.sentences[at] ?? [])} />
              {decides && (
                <span className={`font-medium ${deciding.blocks ? 'text-fail' : 'text-pass'}`}>
                  {' '}
                  Decides this call.
                </span>
              )}
            </p>
          </li>
        )
      })}
      {none && (
        <li className="flex gap-2 py-1.5">
          <span className="w-4 shrink-0 pt-[3px]">
            <Mark status={deciding.blocks ? 'blocked' : 'passes'} size={13} />
          </span>
          <p className="min-w-0 break-words">{deciding.says}</p>
        </li>
      )}
    </ol>
  )
}
