import { useEffect } from 'react'
import type { EditorStore } from './store'

/** The rules look once the page stands: what they remark is not the first thing that is read. */
export function useReview(store: EditorStore) {
  useEffect(() => {
    let end: (() => void) | undefined
    let gone = false
    const later = setTimeout(async () => {
      const { review } = await import('@/components/findings/review')
      if (!gone) end = review(store)
    }, 2000)
    return () => {
      gone = true
      clearTimeout(later)
      end?.()
    }
  }, [store])
}
