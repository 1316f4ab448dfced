import { Command as Box } from 'cmdk'
import type { ReactNode } from 'react'
import { Modal } from '@/components/ui/Modal'

export interface Option {
  value: string
  /** What it is found by, beside its title. */
  words?: string
  title: ReactNode
  hint?: ReactNode
  /** Why it cannot be picked. */
  why?: string
}

interface Props {
  title: string
  placeholder: string
  groups: { title: string; options: Option[] }[]
  onPick: (value: string) => void
  onClose: () => void
}

const group =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-0.5 [&_[cmdk-group-heading]]:text-caption [&_[cmdk-group-heading]]:text-ink3'

/** One of many, found by typing; what cannot be picked says why and stays in sight. */
export function Pick({ title, placeholder, groups, onPick, onClose }: Props) {
  return (
    <Modal title={title} bare onClose={onClose} className="mt-[12vh] w-[min(560px,92vw)]">
      <Box label={title} loop>
        <Box.Input
          data-first
          placeholder={placeholder}
          className="h-11 w-full border-b border-line bg-transparent px-4 text-[14px] outline-none"
        />
        <Box.List className="max-h-[56vh] overflow-y-auto p-1.5">
          <Box.Empty className="px-3 py-6 text-center text-ink3">Nothing is named so.</Box.Empty>
          {groups
            .filter(({ options }) => options.length > 0)
            .map((each) => (
              <Box.Group key={each.title} heading={each.title} className={group}>
                {each.options.map((option) => (
                  <Box.Item
                    key={option.value}
                    value={`${option.words ?? ''} ${option.value}`}
                    disabled={option.why !== undefined}
                    className="flex cursor-pointer flex-col rounded-control px-2.5 py-1.5 data-[disabled=true]:cursor-default data-[selected=true]:bg-accent-tint"
                    onSelect={() => onPick(option.value)}
                  >
                    <span className={`flex items-center gap-2.5 ${option.why === undefined ? '' : 'text-ink3'}`}>
                      {option.title}
                    </span>
                    {(option.why ?? option.hint) !== undefined && (
                      <span className="text-fact text-ink3">{option.why ?? option.hint}</span>
                    )}
                  </Box.Item>
                ))}
              </Box.Group>
            ))}
        </Box.List>
      </Box>
    </Modal>
  )
}
