import { startTransition, useEffect, useState } from 'react'

/** False for the first picture, true once that stands on the screen and the browser has nothing more urgent to do. */
export function useSoon(): boolean {
  const [soon, setSoon] = useState(false)
  useEffect(() => {
    const now = () => startTransition(() => setSoon(true))
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(now, 50)
      return () => clearTimeout(timer)
    }
    const idle = requestIdleCallback(now, { timeout: 200 })
    return () => cancelIdleCallback(idle)
  }, [])
  return soon
}
