'use client'

import { ChevronDown } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { deleteTopology, duplicateTopology } from '@/app/t/[id]/actions'
import { rememberDeleted } from '@/components/home/deleted'
import { Menu, MenuItem, MenuLink } from '@/components/ui/Menu'
import type { Save } from './autosave'
import { SaveState } from './SaveState'

interface Props {
  id: string
  name: string
  save: Save
  readOnly: boolean
  onRename: (name: string) => void
  onNotice: (says: string) => void
}

export function TitleMenu({ id, name, save, readOnly, onRename, onNotice }: Props) {
  const router = useRouter()
  const [naming, setNaming] = useState(false)

  const duplicate = async () => {
    const answer = await duplicateTopology({ id })
    if (answer.ok) router.push(`/t/${answer.data.id}`)
    else onNotice(answer.error.message)
  }
  const remove = async () => {
    const answer = await deleteTopology({ id })
    if (!answer.ok) return onNotice(answer.error.message)
    rememberDeleted({ id, name })
    router.push('/')
  }
  const keep = (next: string) => {
    setNaming(false)
    const trimmed = next.trim()
    if (trimmed !== '' && trimmed !== name) onRename(trimmed)
  }

  return (
    <div className="min-w-0 leading-none">
      {naming ? (
        <input
          // The field stands where the name stood and is meant to be typed into at once.
          ref={(field) => field?.focus()}
          aria-label="Name of the topology"
          className="h-[22px] w-full rounded-control border border-line2 bg-sunken px-1 text-[13px] font-semibold"
          defaultValue={name}
          maxLength={120}
          onFocus={(event) => event.target.select()}
          onBlur={(event) => keep(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep(event.currentTarget.value)
            if (event.key === 'Escape') setNaming(false)
          }}
        />
      ) : (
        <h1 className="flex">
          <Menu
            label={`${name}: rename, duplicate, download, delete`}
            buttonClass="flex h-[22px] max-w-[calc(100%+4px)] items-center gap-1 rounded-control px-1 -ml-1 text-[13px] font-semibold hover:bg-hover"
            className="w-48"
            button={
              <>
                <span className="truncate [font-stretch:88%]" title={name}>
                  {name}
                </span>
                <ChevronDown size={12} aria-hidden className="shrink-0 text-ink3" />
              </>
            }
          >
            {!readOnly && <MenuItem onSelect={() => setNaming(true)}>Rename</MenuItem>}
            {!readOnly && <MenuItem onSelect={() => void duplicate()}>Duplicate</MenuItem>}
            <MenuLink href={`/t/${id}/document.json`} download>
              Download document
            </MenuLink>
            {!readOnly && <MenuItem onSelect={() => void remove()}>Delete</MenuItem>}
          </Menu>
        </h1>
      )}
      <p className="truncate text-[11px] leading-[15px] text-ink3">
        <SaveState save={save} readOnly={readOnly} />
      </p>
    </div>
  )
}
