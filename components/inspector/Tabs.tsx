import type { KeyboardEvent } from 'react'
import type { Tab } from '@/components/editor/store'
import { Mark } from '@/components/ui/Mark'
import type { Status } from '@/components/ui/status'
import { tabTitles } from './tabsOf'

interface Props {
  tabs: Tab[]
  tab: Tab
  /** A tab behind which something stops the call carries its mark. */
  marks: Partial<Record<Tab, Status>>
  onTab: (tab: Tab) => void
}

export function Tabs({ tabs, tab, marks, onTab }: Props) {
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]
    if (!next) return
    onTab(next)
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <div role="tablist" aria-label="About this resource" className="flex gap-3 border-b border-line px-3">
      {tabs.map((each) => (
        <button
          key={each}
          id={`tab-${each}`}
          type="button"
          role="tab"
          aria-selected={each === tab}
          aria-controls="tab-panel"
          tabIndex={each === tab ? 0 : -1}
          className={`-mb-px flex h-8 items-center gap-1.5 border-b-2 text-label ${each === tab ? 'border-ink text-ink' : 'border-transparent text-ink2 hover:text-ink'}`}
          onClick={() => onTab(each)}
          onKeyDown={walk}
        >
          {tabTitles[each]}
          {marks[each] && <Mark status={marks[each]} size={12} />}
        </button>
      ))}
    </div>
  )
}
