import { useEditing, useEditorState } from '@/components/editor/Editing'
import { keyOf } from './grouped'
import { titles } from './review'
import { SeverityBars } from './Severity'

/** What the rules remark on the chosen resource, each leading to its place in the list. */
export function AboutResource({ id }: { id: string }) {
  const { store } = useEditing()
  const found = useEditorState((state) => state.findings)
  const own = found?.findings.filter((finding) => finding.resource === id) ?? []
  if (own.length === 0) return null
  return (
    <section aria-label="Findings about it" className="flex flex-col gap-1">
      <h3 className="text-label text-ink2">Findings</h3>
      <ul className="flex flex-col">
        {own.map((finding) => (
          <li key={keyOf(finding)}>
            <button
              type="button"
              className="flex min-h-6 w-full items-start gap-2 rounded-control py-0.5 text-left hover:bg-hover"
              title={finding.sentence}
              onClick={() => {
                store.getState().show('left', true)
                store.setState({ left: 'findings', finding })
              }}
            >
              <span className="mt-[3px]">
                <SeverityBars severity={finding.severity} />
              </span>
              <span className="min-w-0 flex-1">{titles.get(finding.rule) ?? finding.rule}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
