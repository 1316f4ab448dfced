import { useEditing, useEditorState } from '@/components/editor/Editing'
import { Modal } from '@/components/ui/Modal'

/** Every step by its name, the newest first; a click goes there and back again. */
export function History({ onClose }: { onClose: () => void }) {
  const { store } = useEditing()
  const past = useEditorState((state) => state.past)
  const future = useEditorState((state) => state.future)
  const jump = (to: number) => store.getState().jump(to)
  const steps = [...past, ...future.toReversed()]
  return (
    <Modal title="Steps" onClose={onClose} className="w-[min(420px,92vw)]">
      <ol className="flex max-h-[60vh] flex-col-reverse overflow-y-auto px-2 pb-3">
        <Entry label="As it was opened" current={past.length === 0} undone={false} onPick={() => jump(0)} />
        {steps.map((step, at) => (
          <Entry
            key={at}
            label={step.label}
            current={at === past.length - 1}
            undone={at >= past.length}
            onPick={() => jump(at + 1)}
          />
        ))}
      </ol>
    </Modal>
  )
}

interface EntryProps {
  label: string
  current: boolean
  undone: boolean
  onPick: () => void
}

function Entry({ label, current, undone, onPick }: EntryProps) {
  return (
    <li>
      <button
        type="button"
        aria-current={current ? 'step' : undefined}
        data-first={current ? true : undefined}
        className={`flex min-h-7 w-full items-center rounded-control px-2 text-left hover:bg-hover ${current ? 'bg-accent-tint' : ''} ${undone ? 'text-ink3' : ''}`}
        onClick={onPick}
      >
        {label}
        {undone && <span className="ml-auto text-caption">undone</span>}
      </button>
    </li>
  )
}
