import { lazy, type RefObject, Suspense, useMemo } from 'react'
import type { CanvasHandle } from '@/components/canvas/Canvas'
import { Toast } from '@/components/ui/Toast'
import { commandsOf } from './commands'
import { useEditing, useEditorState } from './Editing'

// Loaded when first opened: most visits never do.
const Palette = lazy(() => import('@/components/command/Palette'))
const ExplainHere = lazy(() => import('@/components/explain/ExplainHere'))
const Drafts = lazy(() => import('@/components/palette/Drafts'))
const KeySheet = lazy(() => import('@/components/command/KeySheet'))

/** What lies over the page. */
export function Dialogs({ canvas }: { canvas: RefObject<CanvasHandle | null> }) {
  const { store } = useEditing()
  const dialog = useEditorState((state) => state.dialog)
  const notice = useEditorState((state) => state.notice)
  const commands = useMemo(() => commandsOf({ store, canvas }), [store, canvas])
  const close = () => store.setState({ dialog: undefined })
  return (
    <Suspense>
      {dialog === 'palette' && (
        <Palette
          store={store}
          commands={commands}
          onReveal={(resource) => canvas.current?.reveal(resource)}
          onClose={close}
        />
      )}
      {dialog === 'explain' && <ExplainHere onClose={close} />}
      {dialog === 'draft' && <Drafts canvas={canvas} />}
      {dialog === 'keys' && <KeySheet commands={commands} onClose={close} />}
      {notice !== undefined && (
        <Toast key={notice} onClose={() => store.setState({ notice: undefined })}>
          {notice}
        </Toast>
      )}
    </Suspense>
  )
}
