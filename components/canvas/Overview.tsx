import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import type { Status } from '@/components/ui/status'
import { bounds, type Rect } from './layout/frames'
import type { Scene } from './model/scene'

const room = { w: 150, h: 100 }
const margin = 6

/**
 * The whole drawing in small, for drawings that do not fit on a screen. It is drawn once: while the view moves, only the
 * frame of the view does.
 */
export default function Overview({ scene }: { scene: Scene }) {
  const field = useRef<HTMLDivElement>(null)
  const view = useRef<HTMLDivElement>(null)
  const store = useStoreApi()
  const flow = useReactFlow()
  const whole = useMemo(() => bounds([...scene.cards.values(), ...scene.frames.values()]), [scene])
  const scale = Math.min((room.w - 2 * margin) / whole.w, (room.h - 2 * margin) / whole.h)
  const left = (room.w - whole.w * scale) / 2 - whole.x * scale
  const top = (room.h - whole.h * scale) / 2 - whole.y * scale

  useEffect(() => {
    const follow = () => {
      const style = view.current?.style
      if (!style) return
      const { width, height, transform } = store.getState()
      const [x, y, zoom] = transform
      style.transform = `translate(${left - (x / zoom) * scale}px, ${top - (y / zoom) * scale}px)`
      style.width = `${(width / zoom) * scale}px`
      style.height = `${(height / zoom) * scale}px`
    }
    follow()
    return store.subscribe(follow)
  }, [store, left, top, scale])

  useEffect(() => {
    const element = field.current
    if (!element) return
    const go = (event: PointerEvent) => {
      if (event.buttons !== 1) return
      element.setPointerCapture(event.pointerId)
      const box = element.getBoundingClientRect()
      const x = (event.clientX - box.x - left) / scale
      const y = (event.clientY - box.y - top) / scale
      void flow.setCenter(x, y, { zoom: store.getState().transform[2] })
    }
    element.addEventListener('pointerdown', go)
    element.addEventListener('pointermove', go)
    return () => {
      element.removeEventListener('pointerdown', go)
      element.removeEventListener('pointermove', go)
    }
  }, [flow, store, left, top, scale])

  return (
    <div ref={field} className="overview" role="img" aria-label="Overview">
      <svg width={room.w} height={room.h} aria-hidden="true">
        <g transform={`translate(${left} ${top}) scale(${scale})`}>
          <path className="overview-frame" d={outline(scene.frames.values())} />
          {[...byStatus(scene)].map(([status, rects]) => (
            <path key={status} className={`overview-${status}`} d={outline(rects)} />
          ))}
        </g>
      </svg>
      <div ref={view} className="overview-view" />
    </div>
  )
}

function byStatus(scene: Scene): Map<Status | 'aside', Rect[]> {
  const found = new Map<Status | 'aside', Rect[]>()
  for (const [id, rect] of scene.cards) {
    const status = scene.call?.cards.get(id)?.status ?? 'aside'
    found.set(status, [...(found.get(status) ?? []), rect])
  }
  return found
}

/** One path for all of them: a thousand cards cost one element. */
const outline = (rects: Iterable<Rect>) => [...rects].map(({ x, y, w, h }) => `M${x} ${y}h${w}v${h}h${-w}z`).join('')
