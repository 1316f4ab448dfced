import { kindWord } from '@/components/canvas/model/kindWord'
import { Icon } from '@/components/icons/Icon'
import { iconOf } from '@/components/icons/kindIcon'
import { CopyButton } from '@/components/ui/CopyButton'
import type { Status } from '@/components/ui/status'
import { Tag } from '@/components/ui/Tag'
import type { Resource } from '@/lib/topology/document'

interface Props {
  id: string
  resource: Resource
  status: Status | undefined
}

const words: Partial<Record<Status, string>> = { passes: 'Passes', blocked: 'Blocks', unknown: 'Not known' }

export function Head({ id, resource, status }: Props) {
  const shownId = resource.physicalId ?? (resource.kind === 'account' ? resource.accountId : undefined)
  return (
    <header className="flex items-start gap-2.5 px-3 pt-3 pb-2">
      <Icon name={iconOf(resource)} size={28} className="mt-0.5 shrink-0 text-ink2" />
      <div className="min-w-0 flex-1">
        <div className="flex items-start justify-between gap-2">
          <h2 className="min-w-0 text-section break-words [font-stretch:90%]">
            {resource.name ?? resource.physicalId ?? id}
          </h2>
          {status && words[status] && <Tag status={status} word={words[status]} />}
        </div>
        <p className="flex min-h-6 flex-wrap items-center gap-x-1.5 text-ink3">
          {kindWord(resource)}
          {shownId !== undefined && (
            <span className="inline-flex items-center whitespace-nowrap">
              <code className="text-[12px] text-ink">{shownId}</code>
              <CopyButton text={shownId} label={`Copy ${shownId}`} />
            </span>
          )}
        </p>
      </div>
    </header>
  )
}
