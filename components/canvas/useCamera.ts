import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { bounds, type Rect } from './layout/frames'

/** Room kept free around what is fitted; below it stand the tools and the legend. */
const margin = { top: 12, side: 10, bottom: 54 }
const closest = 1
const farthest = 0.05

export const motionReduced = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

export interface Camera {
  /** Shows all of these rectangles, at most at full size. */
  show(rects: readonly Rect[], glide?: boolean): void
  /** Moves only as far as needed to show the rectangle. */
  reveal(rect: Rect): void
  /** To be called when a person moves the view: it then stays where it is when the window changes size. */
  taken(): void
  /** To be called when something was drawn: shows all of it, as long as nobody has moved the view. */
  grown(): void
}

/** The view. As long as nobody has moved it, it keeps the whole drawing in sight when the room for it changes. */
export function useCamera(all: () => Rect[]): Camera {
  const flow = useReactFlow()
  const store = useStoreApi()
  const free = useRef(true)

  const show = useCallback(
    (rects: readonly Rect[], glide = true) => {
      const { width, height } = store.getState()
      if (rects.length === 0 || width === 0) return
      const box = bounds([...rects])
      const room = { w: width - 2 * margin.side, h: height - margin.top - margin.bottom }
      const zoom = Math.max(farthest, Math.min(closest, room.w / box.w, room.h / box.h))
      const x = margin.side + (room.w - box.w * zoom) / 2 - box.x * zoom
      const y = margin.top + (room.h - box.h * zoom) / 2 - box.y * zoom
      void flow.setViewport(
        { x: Math.round(x), y: Math.round(y), zoom },
        glide && !motionReduced() ? { duration: 220 } : undefined,
      )
    },
    [flow, store],
  )

  const reveal = useCallback(
    (rect: Rect) => {
      const { width, height, transform } = store.getState()
      const [x, y, zoom] = transform
      const left = rect.x * zoom + x
      const top = rect.y * zoom + y
      const right = left + rect.w * zoom
      const bottom = top + rect.h * zoom
      const dx = left < margin.side ? margin.side - left : right > width - margin.side ? width - margin.side - right : 0
      const dy =
        top < margin.top ? margin.top - top : bottom > height - margin.bottom ? height - margin.bottom - bottom : 0
      if (dx === 0 && dy === 0) return
      void flow.setViewport({ x: x + dx, y: y + dy, zoom }, motionReduced() ? undefined : { duration: 220 })
    },
    [flow, store],
  )

  useEffect(() => {
    let size = { width: 0, height: 0 }
    const follow = ({ width, height }: { width: number; height: number }) => {
      if (width === size.width && height === size.height) return
      size = { width, height }
      if (free.current) show(all(), false)
    }
    follow(store.getState())
    return store.subscribe(follow)
  }, [store, show, all])

  const taken = useCallback(() => {
    free.current = false
  }, [])
  const grown = useCallback(() => {
    if (free.current) show(all())
  }, [show, all])
  const showFreely = useCallback(
    (rects: readonly Rect[], glide?: boolean) => {
      free.current = true
      show(rects, glide)
    },
    [show],
  )
  return useMemo(() => ({ show: showFreely, reveal, taken, grown }), [showFreely, reveal, taken, grown])
}
