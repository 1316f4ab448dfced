import { lazy, Suspense } from 'react'
import { useEditorState } from '@/components/editor/Editing'

const Tried = lazy(() => import('./Tried'))

/** Loaded once something was tried. */
export function TriedSlot() {
  const held = useEditorState(({ tried, past }) => tried !== undefined && past.includes(tried.step))
  if (!held) return null
  return (
    <Suspense>
      <Tried />
    </Suspense>
  )
}
