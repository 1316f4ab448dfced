'use client'

import { MoreHorizontal } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { deleteTopology, duplicateTopology, rename } from '@/app/t/[id]/actions'
import { verdictSentence } from '@/components/callbar/verdictWords'
import { Mark } from '@/components/ui/Mark'
import { Menu, MenuItem, MenuLink } from '@/components/ui/Menu'
import { verdictStatus } from '@/components/ui/status'
import type { PictureCall } from '@/lib/store/picture'
import type { TopologyEntry } from '@/lib/store/topologies'
import type { Deleted } from './deleted'
import { pictureHops } from './pictureHops'
import { Thumbnail } from './Thumbnail'
import { When } from './When'

interface Props {
  entry: TopologyEntry
  mayEdit: boolean
  onDeleted: (entry: Deleted) => void
  onChanged: () => void
  onNotice: (says: string) => void
}

export function TopologyCard({ entry, mayEdit, onDeleted, onChanged, onNotice }: Props) {
  const { id, name, picture, updatedAt } = entry
  const router = useRouter()
  const [naming, setNaming] = useState(false)

  const keep = async (next: string) => {
    setNaming(false)
    if (next.trim() === '' || next.trim() === name) return
    const answer = await rename({ id, name: next })
    if (answer.ok) onChanged()
    else onNotice(answer.error.message)
  }
  const duplicate = async () => {
    const answer = await duplicateTopology({ id })
    if (answer.ok) router.push(`/t/${answer.data.id}`)
    else onNotice(answer.error.message)
  }
  const remove = async () => {
    const answer = await deleteTopology({ id })
    if (answer.ok) onDeleted({ id, name })
    else onNotice(answer.error.message)
  }

  return (
    <li className="relative overflow-hidden rounded-panel border border-line bg-panel hover:border-line2">
      <Thumbnail hops={pictureHops(picture)} className="border-b border-line" />
      <div className="px-3 pt-1.5 pb-2.5">
        <div className="flex items-center gap-2">
          {naming ? (
            <input
              // The field takes the place of the name and is meant to be typed into at once.
              ref={(field) => field?.focus()}
              aria-label="Name of the topology"
              className="relative z-1 h-6 min-w-0 flex-1 rounded-control border border-line2 bg-sunken px-1 font-semibold"
              defaultValue={name}
              maxLength={120}
              onBlur={(event) => void keep(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.currentTarget.blur()
                if (event.key === 'Escape') setNaming(false)
              }}
            />
          ) : (
            <h3 className="min-w-0 flex-1 truncate text-[13px] font-semibold">
              {/* The whole card is the link; the menu lies above it. */}
              <Link href={`/t/${id}`} className="after:absolute after:inset-0" title={name}>
                {name}
              </Link>
            </h3>
          )}
          <span className="relative z-1 -mr-1">
            <Menu
              label={`${name}: rename, duplicate, download, delete`}
              align="end"
              className="w-48"
              buttonClass="flex size-6 items-center justify-center rounded-control text-ink2 hover:bg-hover"
              button={<MoreHorizontal size={14} aria-hidden />}
            >
              {mayEdit && <MenuItem onSelect={() => setNaming(true)}>Rename</MenuItem>}
              {mayEdit && <MenuItem onSelect={() => void duplicate()}>Duplicate</MenuItem>}
              <MenuLink href={`/t/${id}/document.json`} download>
                Download document
              </MenuLink>
              {mayEdit && <MenuItem onSelect={() => void remove()}>Delete</MenuItem>}
            </Menu>
          </span>
        </div>
        <div className="flex items-center gap-2 text-fact text-ink3">
          {picture.call && <Verdict call={picture.call} />}
          <span className="min-w-0 flex-1 truncate [font-stretch:88%]">
            {[picture.accounts > 1 ? count(picture.accounts, 'account') : '', count(picture.resources, 'resource')]
              .filter(Boolean)
              .join(' · ')}
            {' · '}
            <When at={updatedAt} />
          </span>
        </div>
      </div>
    </li>
  )
}

const tones = { reaches: 'text-pass', blocked: 'text-fail', unknown: 'text-unknown' }

function Verdict({ call }: { call: PictureCall }) {
  return (
    <span className={`flex shrink-0 items-center gap-1.5 text-label ${tones[call.verdict]}`}>
      <Mark status={verdictStatus[call.verdict]} size={13} silent />
      {call.verdict === 'blocked' && call.stopsAt !== undefined ? `Hop ${call.stopsAt}` : verdictSentence(call)}
    </span>
  )
}

const count = (n: number, noun: string) => (n === 0 ? '' : `${n} ${noun}${n === 1 ? '' : 's'}`)
