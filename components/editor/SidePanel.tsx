import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Splitter } from './Splitter'

interface Props {
  side: 'left' | 'right'
  label: string
  /** No room beside the canvas: a rail whose buttons open the panel over it. */
  rail: boolean
  open: boolean
  width: number
  limits: { min: number; max: number }
  buttons: { label: string; icon: LucideIcon; count?: number; onPick?: (() => void) | undefined }[]
  /** Something in the panel that is asked for from elsewhere: where it is a rail, it opens. */
  asked?: unknown
  children: ReactNode
  onOpen: (open: boolean) => void
  onWidth: (width: number) => void
}

export function SidePanel({
  side,
  label,
  rail,
  open,
  width,
  limits,
  buttons,
  asked,
  children,
  onOpen,
  onWidth,
}: Props) {
  const [over, setOver] = useState(false)
  useEffect(() => {
    if (asked) setOver(true)
  }, [asked])
  const border = side === 'left' ? 'border-r' : 'border-l'
  if (rail || !open)
    return (
      <>
        <nav
          aria-label={label}
          className={`z-(--z-side) flex w-11 shrink-0 flex-col items-center gap-1 border-line bg-panel py-2 ${border}`}
        >
          {buttons.map(({ label: title, icon: Drawing, count, onPick }) => (
            <button
              key={title}
              type="button"
              aria-label={title}
              title={title}
              aria-expanded={over}
              className={`relative flex size-8 items-center justify-center rounded-control text-ink2 hover:bg-hover ${over ? 'bg-hover text-ink' : ''}`}
              onClick={() => {
                onPick?.()
                if (rail) setOver(onPick ? true : !over)
                else onOpen(true)
              }}
            >
              <Drawing size={16} aria-hidden />
              {count !== undefined && (
                <span aria-hidden className="absolute top-0 right-0 font-mono text-[10.5px] leading-none text-unknown">
                  {count}
                </span>
              )}
            </button>
          ))}
        </nav>
        {rail && over && (
          <aside
            aria-label={label}
            className={`absolute inset-y-0 z-(--z-side) overflow-hidden border-line bg-panel shadow-hovercard ${border} ${side === 'left' ? 'left-11' : 'right-11'}`}
            style={{ width: Math.max(width, side === 'left' ? 240 : 320) }}
            onKeyDown={(event) => event.key === 'Escape' && setOver(false)}
          >
            {children}
          </aside>
        )}
      </>
    )
  return (
    <aside
      aria-label={label}
      className={`relative z-(--z-side) shrink-0 border-line bg-panel ${border}`}
      style={{ width }}
    >
      {children}
      <Splitter
        label={`Width of ${label.toLowerCase()}`}
        edge={side === 'left' ? 'right' : 'left'}
        value={width}
        min={limits.min}
        max={limits.max}
        onChange={onWidth}
      />
    </aside>
  )
}
