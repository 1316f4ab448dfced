import { useStoreApi } from '@xyflow/react'
import { useEffect, useState } from 'react'

/** From this many cards on, the far view is one picture instead of an element for each card. */
export const farFrom = 200

/** Out at 0.45, back at 0.5 and only once the wheel rests: each crossing mounts or drops every card. */
const out = 0.45
const back = 0.5
const rest = 150

/** Whether the drawing is shown as one picture. */
export function useFar(cards: number): boolean {
  const store = useStoreApi()
  const [far, setFar] = useState(false)
  useEffect(() => {
    if (cards < farFrom) {
      setFar(false)
      return
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = ({ transform }: { transform: [number, number, number] }) => {
      clearTimeout(timer)
      if (transform[2] < out) setFar(true)
      else if (transform[2] >= back) timer = setTimeout(() => setFar(false), rest)
    }
    look(store.getState())
    const stop = store.subscribe(look)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [store, cards])
  return far
}
