'use client'

import { ChevronRight, Search } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { cutName } from '@/components/canvas/model/cutName'
import { Icon } from '@/components/icons/Icon'
import { iconOf } from '@/components/icons/kindIcon'
import { Kbd } from '@/components/ui/Kbd'
import { Mark } from '@/components/ui/Mark'
import { type Status, statusWord } from '@/components/ui/status'
import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { type Branch, filterTree, outlineOf } from './tree'

interface Props {
  document: TopologyDocument
  statuses: Map<string, Status>
  selected: string | undefined
  /** Width of the panel in px: names are cut to what is left beside icon and mark. */
  width: number
  onSelect: (resource: string) => void
}

/** Accounts, VPCs and what stands in them, with the status of each in this call. */
export function Outline({ document, statuses, selected, width, onSelect }: Props) {
  const [query, setQuery] = useState('')
  // Network parts are many and seldom a step of a call: they start folded.
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set())
  const tree = useMemo(() => outlineOf(document), [document])
  const shown = useMemo(() => filterTree(document, tree, query), [document, tree, query])
  const list = useRef<HTMLDivElement>(null)

  const openBranch = (branch: Branch) => {
    if (query.trim() !== '') return true
    return branch.title === 'Network' ? flipped.has(branch.key) : !flipped.has(branch.key)
  }
  const flip = (key: string) => {
    const next = new Set(flipped)
    if (!next.delete(key)) next.add(key)
    setFlipped(next)
  }
  const rows = shown.flatMap((branch) => rowsOf(branch, 1, openBranch))
  const current = rows.some((row) => row.branch.resource === selected && selected !== undefined)

  const keys = (event: KeyboardEvent, row: Row) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])]
    const at = items.findIndex((item) => item.matches(':focus'))
    const open = openBranch(row.branch)
    const folds = row.branch.children.length > 0
    if (event.key === 'ArrowDown') items[at + 1]?.focus()
    else if (event.key === 'ArrowUp') items[at - 1]?.focus()
    else if (event.key === 'ArrowRight' && folds) open ? items[at + 1]?.focus() : flip(row.branch.key)
    else if (event.key === 'ArrowLeft' && folds && open) flip(row.branch.key)
    else if (event.key === 'Enter' || event.key === ' ') pick(row.branch)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const pick = (branch: Branch) => (branch.resource === undefined ? flip(branch.key) : onSelect(branch.resource))

  return (
    <div className="flex h-full min-h-0 flex-col">
      <label className="relative m-2 mb-1.5 block">
        <Search size={13} aria-hidden className="absolute top-2 left-2.5 text-ink3" />
        <input
          id="outline-search"
          type="search"
          aria-label="Find a resource"
          placeholder="Find a resource"
          className="h-[30px] w-full rounded-control border border-line2 bg-sunken pr-8 pl-7 text-body"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              setQuery('')
              event.currentTarget.blur()
            }
            const first = rows.find((row) => row.branch.resource !== undefined && row.branch.children.length === 0)
            if (event.key === 'Enter' && first?.branch.resource) onSelect(first.branch.resource)
            if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[role="treeitem"]')?.focus()
          }}
        />
        <span className="absolute top-[7px] right-2">{query === '' && <Kbd>/</Kbd>}</span>
      </label>
      <div ref={list} role="tree" aria-label="Resources" className="min-h-0 flex-1 overflow-y-auto pb-2">
        {rows.map((row, index) => (
          <Item
            key={row.branch.key}
            row={row}
            document={document}
            status={statusOf(row.branch, statuses, openBranch(row.branch))}
            chosen={row.branch.resource !== undefined && row.branch.resource === selected}
            focusable={current ? row.branch.resource === selected : index === 0}
            open={openBranch(row.branch)}
            room={(width - 76 - (row.level - 1) * 12) / 12.5}
            onPick={() => pick(row.branch)}
            onFlip={() => flip(row.branch.key)}
            onKey={(event) => keys(event, row)}
          />
        ))}
      </div>
      {rows.length === 0 && <p className="px-3 pb-3 text-ink3">Nothing here is named “{query.trim()}”.</p>}
    </div>
  )
}

interface Row {
  branch: Branch
  level: number
}

const rowsOf = (branch: Branch, level: number, open: (branch: Branch) => boolean): Row[] => [
  { branch, level },
  ...(open(branch) ? branch.children.flatMap((child) => rowsOf(child, level + 1, open)) : []),
]

interface ItemProps {
  row: Row
  document: TopologyDocument
  status: Status | undefined
  chosen: boolean
  focusable: boolean
  open: boolean
  room: number
  onPick: () => void
  onFlip: () => void
  onKey: (event: KeyboardEvent) => void
}

function Item({ row: { branch, level }, document, status, chosen, focusable, open, room, ...on }: ItemProps) {
  const resource = branch.resource === undefined ? undefined : document.resources[branch.resource]
  const folds = branch.children.length > 0
  const detail = detailOf(resource)
  const place = resource?.kind === 'account' || resource?.kind === 'vpc' || !resource
  return (
    // The tree itself moves the focus, so its items listen to the keys.
    <div
      role="treeitem"
      aria-level={level}
      aria-selected={chosen}
      aria-expanded={folds ? open : undefined}
      tabIndex={focusable ? 0 : -1}
      title={branch.title}
      aria-label={status ? `${branch.title}, ${statusWord[status]}` : branch.title}
      className={`flex h-6 cursor-pointer items-center gap-1.5 pr-2.5 focus-visible:outline-offset-[-2px] ${chosen ? 'bg-accent-tint' : 'hover:bg-hover'}`}
      style={{ paddingLeft: 4 + (level - 1) * 12 }}
      onClick={on.onPick}
      onKeyDown={on.onKey}
    >
      <span
        className="flex w-3.5 shrink-0 justify-center text-ink3"
        aria-hidden
        onClick={(event) => {
          event.stopPropagation()
          if (folds) on.onFlip()
        }}
      >
        {folds && <ChevronRight size={12} className={open ? 'rotate-90' : ''} />}
      </span>
      {resource && <Icon name={iconOf(resource)} size={15} className="shrink-0 text-ink2" />}
      <span className={`min-w-0 flex-1 truncate [font-stretch:88%] ${place && level === 1 ? 'font-semibold' : ''}`}>
        {cutName(branch.title, room)}
        {detail !== undefined && <span className="ml-1.5 font-mono text-id font-normal text-ink3">{detail}</span>}
      </span>
      {status && <Mark status={status} size={12} silent />}
    </div>
  )
}

/** A folded branch shows what is wrong inside, so that nothing broken hides. */
function statusOf(branch: Branch, statuses: Map<string, Status>, open: boolean): Status | undefined {
  const own = branch.resource === undefined ? undefined : statuses.get(branch.resource)
  if (own || open) return own
  const inside = branch.children.map((child) => statusOf(child, statuses, false))
  return inside.find((status) => status === 'blocked') ?? inside.find((status) => status === 'unknown')
}

/** Accounts and VPCs are often named alike: number and block tell them apart. */
function detailOf(resource: Resource | undefined): string | undefined {
  if (resource?.kind === 'account') return resource.accountId.replace(/(\d{4})(?=\d)/g, '$1-')
  return resource?.kind === 'vpc' ? resource.cidrBlocks[0] : undefined
}
