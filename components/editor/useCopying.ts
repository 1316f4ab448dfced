import { useEffect } from 'react'
import type { EditorStore } from './store'

/** Copy and paste of nodes by the browser's own events: a selected text or a field keeps its own. */
export function useCopying(store: EditorStore) {
  useEffect(() => {
    const elsewhere = ({ target, defaultPrevented }: ClipboardEvent) =>
      defaultPrevented ||
      store.getState().dialog !== undefined ||
      (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select')))
    const copy = (event: ClipboardEvent) => {
      const { selected } = store.getState()
      if (elsewhere(event) || selected === undefined || getSelection()?.isCollapsed === false) return
      event.preventDefault()
      void clipboard().then((part) => part.copy(store, [selected]))
    }
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (elsewhere(event) || store.getState().readOnly || !text.includes('"throughline": "resources"')) return
      event.preventDefault()
      void clipboard().then((part) => part.pasteText(store, text))
    }
    document.addEventListener('copy', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('paste', paste)
    }
  }, [store])
}

const clipboard = () => import('@/components/palette/clipboard')
