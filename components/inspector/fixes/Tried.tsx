import { useEditing, useEditorState } from '@/components/editor/Editing'
import { Button } from '@/components/ui/Button'
import { AwsFix } from './AwsFix'

/** What was tried last on the drawing: the commands that do the same in AWS stay at hand while it holds. */
export default function Tried() {
  const { store } = useEditing()
  const tried = useEditorState((state) => state.tried)
  const last = useEditorState((state) => state.past.at(-1) === state.tried?.step)
  if (!tried) return null
  return (
    <section aria-label="Tried on the drawing" className="flex flex-col gap-2.5">
      <h3 className="flex items-center justify-between gap-2 text-label text-ink2">
        Tried on the drawing, not in AWS
        {last && <Button onClick={() => store.getState().undo()}>Undo</Button>}
      </h3>
      {tried.fixes.map((fix) => (
        <AwsFix key={fix.label} document={tried.document} fix={fix} />
      ))}
    </section>
  )
}
