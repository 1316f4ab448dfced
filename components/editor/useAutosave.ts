import { useEffect, useRef } from 'react'
import { saveEdits } from '@/app/t/[id]/actions'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Edit } from '@/lib/topology/patch'
import { type Answer, type Autosave, createAutosave, replay } from './autosave'
import { keepSteps, tabShelf, takeSteps } from './shelf'
import type { EditorStore } from './store'

/** Keeps every edit of the store on the server. Answers the function that takes an edit. */
export function useAutosave(store: EditorStore, opened: TopologyDocument, revision: number): (edit: Edit) => void {
  const autosave = useRef<Autosave>(undefined)

  useEffect(() => {
    const { id, readOnly } = store.getState()
    if (readOnly) return
    const shelf = tabShelf(id)
    const unsaved = shelf.read()
    const restored = unsaved && replay(opened, revision, unsaved)
    if (restored) store.setState({ document: restored })
    const steps = takeSteps(id, revision)
    if (steps) store.setState(steps)
    const keeper = createAutosave({
      revision,
      send: async (at, edits) => answerOf(await saveEdits({ id, revision: at, edits })),
      shelf,
      says: (save) => store.setState({ save }),
      now: () => new Date(),
      later: (run, ms) => setTimeout(run, ms),
    })
    autosave.current = keeper
    const hurry = () => void keeper.flush()
    const leave = () => keepSteps(id, keeper.revision(), store.getState())
    document.addEventListener('visibilitychange', hurry)
    addEventListener('pagehide', leave)
    addEventListener('online', hurry)
    return () => {
      document.removeEventListener('visibilitychange', hurry)
      removeEventListener('online', hurry)
      removeEventListener('pagehide', leave)
    }
  }, [store, opened, revision])

  return (edit) => autosave.current?.add(edit)
}

type Answered = Awaited<ReturnType<typeof saveEdits>>

function answerOf(answered: Answered): Answer {
  if (answered.ok) return { kept: true, revision: answered.data.revision }
  const { code, message } = answered.error
  return code === 'stale' ? { kept: false, because: 'stale' } : { kept: false, because: 'refused', says: message }
}
