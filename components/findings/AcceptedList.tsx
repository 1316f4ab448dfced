import { selectResource } from '@/components/editor/actions'
import { useEditing } from '@/components/editor/Editing'
import { editOf } from '@/components/editor/editOf'
import { Sentence } from '@/components/inspector/Sentence'
import { Button } from '@/components/ui/Button'
import type { Suppressed } from '@/lib/findings/findings'
import { recounting } from './acceptance'
import { keyOf } from './grouped'

/** What somebody accepted: out of the count, never out of sight. */
export function AcceptedList({ accepted }: { accepted: Suppressed[] }) {
  const { store } = useEditing()
  if (accepted.length === 0) return null
  const count = ({ rule, resource }: Suppressed['finding']) => {
    const { document, run } = store.getState()
    const edit = editOf(document, `Count ${rule} at ${resource} again`, recounting(document, { rule, resource }))
    run({ label: edit.label, edit })
  }
  return (
    <section aria-labelledby="accepted-findings" className="pt-3">
      <h3 id="accepted-findings" className="px-3 pb-1 text-label text-ink2">
        Accepted <span className="font-mono text-id text-ink3">{accepted.length}</span>
      </h3>
      <ul>
        {accepted.map(({ finding, reason, by, until }) => (
          <li key={keyOf(finding)} className="flex flex-col gap-1 border-t border-line px-3 py-2 text-ink2">
            <p className="break-words">
              <Sentence
                says={finding.sentence}
                nouns={finding.nouns}
                onNoun={({ resource }) => selectResource(store, resource)}
              />
            </p>
            <div className="flex items-center gap-2 text-fact text-ink3">
              <p className="min-w-0 flex-1 break-words">
                {`“${reason}”`}
                {by !== undefined && `, ${by}`}
                {until !== undefined && `, until ${until}`}
              </p>
              {!store.getState().readOnly && (
                <Button look="bare" className="!h-6" onClick={() => count(finding)}>
                  Count it again
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
