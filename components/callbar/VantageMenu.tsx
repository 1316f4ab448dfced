import { ChevronDown, Flag } from 'lucide-react'
import { Icon } from '@/components/icons/Icon'
import { Menu, MenuChoice, MenuGroup } from '@/components/ui/Menu'
import type { TopologyDocument } from '@/lib/topology/document'
import { choiceOf, vantageChoices } from './vantages'

interface Props {
  document: TopologyDocument
  vantage: string
  onVantage: (vantage: string) => void
}

export function VantageMenu({ document, vantage, onVantage }: Props) {
  const chosen = choiceOf(document, vantage)
  return (
    <Menu
      label={`Called from ${chosen.name}`}
      buttonClass="flex h-full max-w-72 shrink-0 items-center gap-2 rounded-l-control border-r border-line bg-sunken px-2.5 text-body hover:bg-hover"
      className="w-80"
      button={
        <>
          <Flag size={13} aria-hidden className="shrink-0 text-ink3 max-[1180px]:hidden" />
          <span className="max-w-40 shrink-0 truncate font-semibold">{chosen.name}</span>
          <span className="truncate text-ink3 max-[1320px]:hidden">{chosen.place}</span>
          <ChevronDown size={12} aria-hidden className="shrink-0 text-ink3" />
        </>
      }
    >
      <MenuGroup title="Called from">
        {vantageChoices(document).map((choice) => (
          <MenuChoice
            key={choice.vantage}
            chosen={choice.vantage === vantage}
            onSelect={() => onVantage(choice.vantage)}
            hint={<span className="font-mono text-id">{choice.address}</span>}
          >
            <Icon name={choice.icon} size={16} className="shrink-0 text-ink2" />
            <span className="min-w-0">
              <span className="block truncate font-medium">{choice.name}</span>
              <span className="block truncate text-caption text-ink3">{choice.place}</span>
            </span>
          </MenuChoice>
        ))}
      </MenuGroup>
    </Menu>
  )
}
