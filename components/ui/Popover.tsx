'use client'

import { type ReactNode, useId, useRef, useState } from 'react'
import { placeBelow } from './place'

interface Props {
  label: string
  button: ReactNode
  buttonClass: string
  children: (close: () => void) => ReactNode
  align?: 'start' | 'end'
  className?: string
}

/** A button that opens a small form or card; the browser gives the top layer, Escape and the click outside. */
export function Popover({ label, button, buttonClass, children, align = 'start', className = '' }: Props) {
  const id = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={buttonClass}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        popoverTarget={id}
      >
        {button}
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={`fixed inset-auto m-0 overflow-y-auto rounded-panel border border-line bg-raised p-3 text-body text-ink shadow-popover ${className}`}
        onBeforeToggle={(event) => {
          if (event.newState === 'open') placeBelow(trigger.current, box.current, align)
        }}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && children(() => box.current?.hidePopover())}
      </div>
    </>
  )
}
