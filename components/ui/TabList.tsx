import type { KeyboardEvent, ReactNode } from 'react'

interface Props<T extends string> {
  label: string
  /** Begins the id of each tab; the panel's is the word with `-panel`. */
  id: string
  tabs: readonly { word: T; title: string; beside?: ReactNode }[]
  chosen: T
  onChoose: (word: T) => void
  className?: string
}

/** Tabs above what they show, walked with the arrow keys. */
export function TabList<T extends string>({ label, id, tabs, chosen, onChoose, className = '' }: Props<T>) {
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = tabs.findIndex(({ word }) => word === chosen)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (!next) return
    onChoose(next.word)
    document.getElementById(`${id}-${next.word}`)?.focus()
  }
  return (
    <div role="tablist" aria-label={label} className={`flex border-b border-line px-3 ${className}`}>
      {tabs.map(({ word, title, beside }) => (
        <button
          key={word}
          id={`${id}-${word}`}
          type="button"
          role="tab"
          aria-selected={word === chosen}
          aria-controls={`${id}-panel`}
          tabIndex={word === chosen ? 0 : -1}
          className={`-mb-px flex h-8 items-center gap-1.5 border-b-2 text-label ${word === chosen ? 'border-ink text-ink' : 'border-transparent text-ink2 hover:text-ink'}`}
          onClick={() => onChoose(word)}
          onKeyDown={walk}
        >
          {title}
          {beside}
        </button>
      ))}
    </div>
  )
}
