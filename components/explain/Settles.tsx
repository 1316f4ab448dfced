import { useEditing, useEditorState } from '@/components/editor/Editing'
import { Plain } from '@/components/inspector/Sentence'
import { titleOf } from '@/components/outline/tree'
import { Button } from '@/components/ui/Button'
import type { Read } from './reading'

/** What the text shows of the place it was run at: kept on the drawing as one step, stated with its day. */
export function Settles({ settles: { vantage, edit, says } }: { settles: NonNullable<Read['settles']> }) {
  const { store } = useEditing()
  const document = useEditorState((state) => state.document)
  if (store.getState().readOnly) return null
  return (
    <section aria-label="What it shows of the caller" className="flex max-h-48 flex-col gap-1.5 overflow-y-auto">
      <h3 className="text-label text-ink2">{`What it shows of ${titleOf(document, vantage)}`}</h3>
      {says.map((line) => (
        <p key={line} className="break-words">
          <Plain text={line} />
        </p>
      ))}
      <Button
        className="self-start"
        onClick={() => {
          store.getState().run({ label: edit.label, edit })
          store.setState({ notice: `${edit.label}: kept on the drawing.` })
        }}
      >
        Keep it on the drawing
      </Button>
    </section>
  )
}
