'use client'

import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from './Button'

interface Props {
  children: ReactNode
  action?: { label: string; run: () => void }
  onClose: () => void
}

const stays = 12_000

/** One line at the foot of the page, with at most one action; it goes away by itself. */
export function Toast({ children, action, onClose }: Props) {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const timer = setTimeout(() => close.current(), stays)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div
      role="status"
      className="fixed bottom-5 left-1/2 z-(--z-toast) flex max-w-[min(640px,92vw)] -translate-x-1/2 items-center gap-3 rounded-panel border border-line bg-raised py-1.5 pr-1.5 pl-3.5 shadow-hovercard"
    >
      <p className="min-w-0">{children}</p>
      {action && <Button onClick={action.run}>{action.label}</Button>}
      <Button look="bare" square aria-label="Close" onClick={onClose}>
        <X size={13} aria-hidden />
      </Button>
    </div>
  )
}
