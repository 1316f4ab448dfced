import { memo } from 'react'
import { type Status, statusWord } from './status'

interface MarkProps {
  status: Status
  size?: number
  className?: string
  /** Set where the word stands beside the mark, so that a screen reader does not say it twice. */
  silent?: boolean
}

/**
 * A status by shape, then by colour: predicted marks are a filled circle, an octagon, a diamond; marks of a live reading
 * are a ring, a triangle, a square, a clock. The two families share no shape.
 */
export const Mark = memo(function Mark({ status, size = 13, className, silent }: MarkProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      className={`mark mark-${status} ${className ?? ''}`}
      role={silent ? undefined : 'img'}
      aria-label={silent ? undefined : statusWord[status]}
      aria-hidden={silent ? true : undefined}
    >
      {shapes[status]}
    </svg>
  )
})

const ring = <circle cx="8" cy="8" r="6.2" className="mark-line" />
const dashed = <circle cx="8" cy="8" r="6.2" className="mark-line" strokeDasharray="2.6 2.27" />

const shapes: Record<Status, React.ReactNode> = {
  passes: (
    <>
      <circle cx="8" cy="8" r="7.2" className="mark-body" />
      <path d="M4.9 8.2l2.2 2.2l4.1-4.5" className="mark-cut" />
    </>
  ),
  blocked: (
    <>
      <path d="M5 .9h6L15.1 5v6L11 15.1H5L.9 11V5z" className="mark-body" />
      <path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" className="mark-cut" />
    </>
  ),
  unknown: (
    <>
      <path d="M8 .9L15.1 8L8 15.1L.9 8z" className="mark-line" />
      <path d="M6.4 6.6a1.6 1.6 0 1 1 2.4 1.4c-.6.3-.8.6-.8 1.1M8 11.2v.1" className="mark-line" />
    </>
  ),
  unchecked: dashed,
  invisible: (
    <>
      {dashed}
      <path d="M3.6 12.4l8.8-8.8" className="mark-line" />
    </>
  ),
  ok: (
    <>
      {ring}
      <circle cx="8" cy="8" r="2.4" className="mark-body" />
    </>
  ),
  degraded: (
    <>
      <path d="M8 1.2L15.4 14.4H.6z" className="mark-body" />
      <path d="M8 6v3.6M8 12v.1" className="mark-cut" />
    </>
  ),
  down: (
    <>
      <path d="M1.6 1.6h12.8v12.8H1.6z" className="mark-body" />
      <path d="M4.6 8h6.8" className="mark-cut" />
    </>
  ),
  stale: (
    <>
      {ring}
      <path d="M8 4.4V8l2.4 1.5" className="mark-line" />
    </>
  ),
}
