import './arrow.css'
import { type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useEditing } from '@/components/editor/Editing'
import { propose } from '@/components/editor/propose'
import { linksBetween } from '@/lib/edit/connect/connect'

interface Drawn {
  x: number
  y: number
  /** What the pointer is over, and why no arrow ends there. */
  over?: string
  why?: string
}

interface Arrow {
  onPointerDown(event: PointerEvent): void
  /** Whether the press that just ended was a drag and no click. */
  dragged: { current: boolean }
  line: ReactNode
}

const far = 5

/** An arrow drawn with the pointer: ends that a reference allows light up, the others say why not. */
export function useArrow(from: string): Arrow {
  const { store } = useEditing()
  const [drawn, setDrawn] = useState<Drawn & { startX: number; startY: number }>()
  const dragged = useRef(false)

  const onPointerDown = (event: PointerEvent) => {
    const { document } = store.getState()
    const start = { startX: event.clientX, startY: event.clientY }
    dragged.current = false
    const nodes = [...window.document.querySelectorAll<HTMLElement>('.react-flow__node-card[data-id]')]
    const ends = new Map(
      nodes.flatMap((node) =>
        node.dataset.id ? [[node.dataset.id, linksBetween(document, from, node.dataset.id)] as const] : [],
      ),
    )
    const overAt = (x: number, y: number) =>
      window.document.elementFromPoint(x, y)?.closest<HTMLElement>('.react-flow__node-card')?.dataset.id
    const move = ({ clientX: x, clientY: y }: globalThis.PointerEvent) => {
      if (!dragged.current && Math.hypot(x - start.startX, y - start.startY) < far) return
      if (!dragged.current)
        for (const node of nodes) node.classList.add(ends.get(node.dataset.id ?? '')?.ok ? 'takes-arrow' : 'no-arrow')
      dragged.current = true
      const over = overAt(x, y)
      const end = over === undefined || over === from ? undefined : ends.get(over)
      setDrawn({ ...start, x, y, ...(over === undefined ? {} : { over }), ...(end && !end.ok ? { why: end.why } : {}) })
    }
    const stop = ({ clientX, clientY, type }: globalThis.PointerEvent) => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', stop)
      removeEventListener('pointercancel', stop)
      for (const node of nodes) node.classList.remove('takes-arrow', 'no-arrow')
      setDrawn(undefined)
      const over = type === 'pointerup' && dragged.current ? overAt(clientX, clientY) : undefined
      if (over !== undefined && over !== from) propose(store, { what: 'connect', from, to: over })
      // The click that follows a drag is none.
      setTimeout(() => {
        dragged.current = false
      })
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', stop)
    addEventListener('pointercancel', stop)
  }

  const line =
    drawn &&
    createPortal(
      <div className="pointer-events-none fixed inset-0 z-(--z-popover)">
        <svg className="size-full" aria-hidden="true">
          <line
            x1={drawn.startX}
            y1={drawn.startY}
            x2={drawn.x}
            y2={drawn.y}
            className={drawn.why === undefined ? 'stroke-accent' : 'stroke-fail-mark'}
            strokeWidth={2}
          />
        </svg>
        {drawn.why !== undefined && (
          <p
            role="status"
            className="absolute max-w-80 rounded-panel border border-line bg-raised px-2.5 py-1.5 text-fact shadow-popover"
            style={{ left: drawn.x + 14, top: drawn.y + 10 }}
          >
            {drawn.why}
          </p>
        )}
      </div>,
      window.document.body,
    )
  return { onPointerDown, dragged, line }
}
