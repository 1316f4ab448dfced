import type { Tab } from '@/components/editor/store'
import { Mark } from '@/components/ui/Mark'
import type { Status } from '@/components/ui/status'
import { TabList } from '@/components/ui/TabList'
import { tabTitles } from './tabsOf'

interface Props {
  tabs: Tab[]
  tab: Tab
  /** A tab behind which something stops the call carries its mark. */
  marks: Partial<Record<Tab, Status>>
  onTab: (tab: Tab) => void
}

export function Tabs({ tabs, tab, marks, onTab }: Props) {
  const shown = tabs.map((word) => ({
    word,
    title: tabTitles[word],
    beside: marks[word] && <Mark status={marks[word]} size={12} />,
  }))
  return <TabList label="About this resource" id="tab" tabs={shown} chosen={tab} onChoose={onTab} className="gap-3" />
}
