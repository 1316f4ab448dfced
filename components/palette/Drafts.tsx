'use client'

import type { CanvasHandle } from '@/components/canvas/Canvas'
import { useEditing, useEditorState } from '@/components/editor/Editing'
import { History } from '@/components/history/History'
import { AddDialog } from './AddDialog'
import { ConnectDialog } from './ConnectDialog'
import { DeleteDialog } from './DeleteDialog'
import { MoveDialog } from './MoveDialog'
import { ReplaceDialog } from './ReplaceDialog'

/** The dialogs of drawing: each asks for what the gesture left open. */
export default function Drafts({ canvas }: { canvas: { current: CanvasHandle | null } }) {
  const { store } = useEditing()
  const draft = useEditorState((state) => state.draft)
  const close = () => store.setState({ dialog: undefined, draft: undefined })
  if (!draft) return null
  switch (draft.what) {
    case 'add':
      return <AddDialog draft={draft} onClose={close} onReveal={(id) => reveal(canvas, id)} />
    case 'connect':
      return <ConnectDialog draft={draft} onClose={close} />
    case 'delete':
      return <DeleteDialog ids={draft.ids} onClose={close} />
    case 'move':
      return <MoveDialog id={draft.id} onClose={close} />
    case 'history':
      return <History onClose={close} />
    case 'replace':
      return <ReplaceDialog onClose={close} />
  }
}

/** What was added has its place after the next render. */
const reveal = (canvas: { current: CanvasHandle | null }, id: string) =>
  requestAnimationFrame(() => requestAnimationFrame(() => canvas.current?.reveal(id)))
