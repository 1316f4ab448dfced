'use client'

import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { placeBelow } from './place'

const Close = createContext<() => void>(() => undefined)

export interface MenuProps {
  /** What the button does, for screen readers; the button's own text when absent. */
  label?: string
  button: ReactNode
  buttonClass: string
  children: ReactNode
  align?: 'start' | 'end'
  className?: string
  title?: string
}

/**
 * A button that opens a menu. The browser's own popover gives the top layer, Escape and the click outside; items are
 * drawn only while it is open.
 */
export function Menu({ label, button, buttonClass, children, align = 'start', className = '', title }: MenuProps) {
  const id = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const close = () => list.current?.hidePopover()

  // Items may still be on their way: the first that stands takes the focus.
  useEffect(() => {
    const box = list.current
    if (!open || !box || focusFirst(box)) return
    const arrivals = new MutationObserver(() => {
      if (focusFirst(box)) arrivals.disconnect()
    })
    arrivals.observe(box, { childList: true, subtree: true })
    return () => arrivals.disconnect()
  }, [open])

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={buttonClass}
        aria-label={label}
        title={title}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        popoverTarget={id}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          list.current?.showPopover()
        }}
      >
        {button}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className={`fixed inset-auto m-0 overflow-y-auto rounded-panel border border-line bg-raised p-1 text-body text-ink shadow-popover ${className}`}
        onBeforeToggle={(event) => {
          if (event.newState === 'open') placeBelow(trigger.current, list.current, align)
        }}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={(event) => walk(event, list.current, close)}
      >
        <Close value={close}>{open && children}</Close>
      </div>
    </>
  )
}

function focusFirst(list: HTMLElement): boolean {
  const items = itemsOf(list)
  const chosen = items.find((item) => item.getAttribute('aria-checked') === 'true')
  const first = chosen ?? items[0]
  first?.focus()
  return first !== undefined
}

const itemsOf = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]

function walk(event: KeyboardEvent, list: HTMLElement | null, close: () => void) {
  const items = itemsOf(list)
  const at = items.findIndex((item) => item.matches(':focus'))
  const to = (index: number) => {
    event.preventDefault()
    items[(index + items.length) % items.length]?.focus()
  }
  if (event.key === 'ArrowDown') to(at + 1)
  else if (event.key === 'ArrowUp') to(at < 0 ? items.length - 1 : at - 1)
  else if (event.key === 'Home') to(0)
  else if (event.key === 'End') to(items.length - 1)
  else if (event.key === 'Tab') close()
  else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
    const begins = (item: HTMLElement) => item.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase())
    const next = [...items.slice(at + 1), ...items.slice(0, at + 1)].find(begins)
    next?.focus()
  }
  // The page's own single-letter keys must not hear what is typed in a menu.
  if (event.key !== 'Escape') event.stopPropagation()
}

const itemClass =
  'flex min-h-7 w-full items-center gap-2 rounded-control px-2 py-1 text-left hover:bg-hover focus-visible:bg-hover focus-visible:outline-offset-[-2px]'

interface ItemProps {
  children: ReactNode
  onSelect: () => void
  hint?: ReactNode
}

export function MenuItem({ children, onSelect, hint }: ItemProps) {
  const close = useContext(Close)
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={itemClass} onClick={() => run(close, onSelect)}>
      <Row hint={hint}>{children}</Row>
    </button>
  )
}

/** One of several, of which one is chosen. */
export function MenuChoice({ children, onSelect, hint, chosen }: ItemProps & { chosen: boolean }) {
  const close = useContext(Close)
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={chosen}
      tabIndex={-1}
      className={`${itemClass} ${chosen ? 'bg-accent-tint' : ''}`}
      onClick={() => run(close, onSelect)}
    >
      <Row hint={hint}>{children}</Row>
    </button>
  )
}

const run = (close: () => void, onSelect: () => void) => {
  close()
  onSelect()
}

function Row({ children, hint }: { children: ReactNode; hint?: ReactNode }) {
  return (
    <>
      <span className="flex min-w-0 flex-1 items-center gap-2">{children}</span>
      {hint !== undefined && <span className="shrink-0 text-caption text-ink3">{hint}</span>}
    </>
  )
}

/** A link of the menu: a download or another page. */
export function MenuLink({ children, href, download }: { children: ReactNode; href: string; download?: boolean }) {
  const close = useContext(Close)
  return (
    <a role="menuitem" tabIndex={-1} href={href} download={download} className={itemClass} onClick={close}>
      {children}
    </a>
  )
}

/** A group of items under its caption. */
export function MenuGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <fieldset aria-labelledby={id} className="not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1">
      <div id={id} className="px-2 pt-1 pb-0.5 text-caption text-ink3">
        {title}
      </div>
      {children}
    </fieldset>
  )
}
