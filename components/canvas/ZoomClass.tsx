import { useStore } from '@xyflow/react'
import { useLayoutEffect } from 'react'

export type Zoom = 'near' | 'middle' | 'far'

/** Less detail when far away, not smaller detail. */
export const zoomName = (zoom: number): Zoom => (zoom < 0.45 ? 'far' : zoom < 0.8 ? 'middle' : 'near')

/** Puts the name of the zoom on the canvas as a class: the cards change their drawing without being rendered again. */
export function ZoomClass({ canvas }: { canvas: React.RefObject<HTMLDivElement | null> }) {
  const zoom = useStore((s) => zoomName(s.transform[2]))
  useLayoutEffect(() => {
    const classes = canvas.current?.classList
    classes?.remove('zoom-near', 'zoom-middle', 'zoom-far')
    classes?.add(`zoom-${zoom}`)
  }, [canvas, zoom])
  return null
}
