'use client'

import type { KeyboardEvent, PointerEvent } from 'react'

interface Props {
  label: string
  /** The edge of the panel that moves. */
  edge: 'left' | 'right' | 'top'
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

/** A border that can be dragged, or moved with the arrow keys. */
export function Splitter({ label, edge, value, min, max, onChange }: Props) {
  const upright = edge !== 'top'
  const grows = edge === 'right' ? 1 : -1
  const set = (next: number) => onChange(Math.round(Math.max(min, Math.min(max, next))))

  const drag = (event: PointerEvent<HTMLElement>) => {
    const handle = event.currentTarget
    const from = upright ? event.clientX : event.clientY
    handle.setPointerCapture(event.pointerId)
    const move = (at: globalThis.PointerEvent) => set(value + grows * ((upright ? at.clientX : at.clientY) - from))
    const stop = () => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', stop)
      handle.removeEventListener('pointercancel', stop)
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', stop)
    handle.addEventListener('pointercancel', stop)
  }

  const step = (event: KeyboardEvent) => {
    const [less, more] = upright ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
    if (event.key !== less && event.key !== more) return
    event.preventDefault()
    set(value + grows * (event.key === more ? 16 : -16))
  }

  const place = {
    left: '-left-1 inset-y-0 w-2 cursor-col-resize',
    right: '-right-1 inset-y-0 w-2 cursor-col-resize',
    top: '-top-1 inset-x-0 h-2 cursor-row-resize',
  }[edge]

  return (
    <hr
      aria-label={label}
      aria-orientation={upright ? 'vertical' : 'horizontal'}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={`absolute z-(--z-tools) m-0 touch-none border-0 bg-transparent transition-colors duration-(--quick) hover:bg-accent/40 ${place}`}
      onPointerDown={drag}
      onKeyDown={step}
    />
  )
}
