import { useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'

export type Zoom = 'near' | 'middle' | 'far'

/** Less detail when far away, not smaller detail. */
export const zoomName = (zoom: number): Zoom => (zoom < 0.45 ? 'far' : zoom < 0.8 ? 'middle' : 'near')

/**
 * Puts the name of the zoom on the canvas: the cards change their drawing by style alone, without being rendered again.
 * An attribute of its own, since React writes the class names anew whenever it changes one.
 */
export function useZoomName(canvas: React.RefObject<HTMLElement | null>): void {
  const store = useStoreApi()
  useEffect(() => {
    const name = () => {
      const next = zoomName(store.getState().transform[2])
      if (canvas.current && canvas.current.dataset.zoom !== next) canvas.current.dataset.zoom = next
    }
    name()
    return store.subscribe(name)
  }, [canvas, store])
}
