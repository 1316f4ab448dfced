import { startTransition, useEffect, useState } from 'react'
import { useEditing } from './Editing'
import type { EditorState } from './store'

/**
 * A part of the editor's state that may be drawn a moment later: typing and the verdict come first, and drawing it is cut
 * into pieces that a key interrupts. `select` is one function for good.
 */
export function useLater<T>(select: (state: EditorState) => T): T {
  const { store } = useEditing()
  const [held, setHeld] = useState(() => ({ value: select(store.getState()) }))
  useEffect(() => {
    let last: T | undefined
    const hear = () => {
      const value = select(store.getState())
      if (value === last) return
      last = value
      startTransition(() => setHeld({ value }))
    }
    hear()
    return store.subscribe(hear)
  }, [store, select])
  return held.value
}

export const traceOf = (state: EditorState) => state.trace
export const callOf = (state: EditorState) => state.call
