import { useEffect } from 'react'
import type { EditorStore } from './store'

/** What only a failed call prints. Other texts are none of this one's business. */
const failure =
  /^\s*(?:\S.*[$#>%] )?(?:curl|awscurl|nslookup|dig)\s|^[<*] |\bHTTP\/[\d.]+ [1-5]\d\d\b|"message"\s*:|Could not resolve host|Execution (?:log|failed)/im

/** A failure that is pasted anywhere but into a field is explained. */
export function useFailurePaste(store: EditorStore) {
  useEffect(() => {
    const hear = (event: ClipboardEvent) => {
      const { target, clipboardData } = event
      if (event.defaultPrevented || store.getState().dialog !== undefined) return
      if (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select')))
        return
      const text = clipboardData?.getData('text/plain') ?? ''
      if (!failure.test(text)) return
      event.preventDefault()
      store.setState({ dialog: 'explain', pasted: text })
    }
    document.addEventListener('paste', hear)
    return () => document.removeEventListener('paste', hear)
  }, [store])
}
