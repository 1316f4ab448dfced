'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'

interface Props {
  title: string
  children: ReactNode
  onClose: () => void
  /** The title is said but not shown. */
  bare?: boolean
  className?: string
}

/** A dialog over the page: the browser keeps the focus inside and closes it with Escape. */
export function Modal({ title, children, onClose, bare = false, className = 'w-[min(640px,92vw)]' }: Props) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    // Left to itself the browser picks the first control, be it a checkbox at the foot.
    ;(shown?.querySelector<HTMLElement>('[data-first]') ?? shown)?.focus()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      tabIndex={-1}
      className={`m-auto outline-none max-h-[86vh] overflow-y-auto rounded-panel border border-line bg-raised p-0 text-body text-ink shadow-hovercard backdrop:bg-canvas/70 ${className}`}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <h2 id={id} className={bare ? 'sr-only' : 'px-4 pt-3.5 pb-2 text-section'}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}
