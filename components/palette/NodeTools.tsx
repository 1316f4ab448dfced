'use client'

import { NodeToolbar, Position } from '@xyflow/react'
import { FolderInput, Plus, Spline, Trash2 } from 'lucide-react'
import { useEditing, useEditorState } from '@/components/editor/Editing'
import { make } from '@/components/editor/make'
import { propose } from '@/components/editor/propose'
import { Menu, MenuItem } from '@/components/ui/Menu'
import { kindTitle } from '@/lib/edit/kindTitles'
import { mayMove } from '@/lib/edit/move'
import { addNext, nextKinds } from '@/lib/edit/next'
import { titleOf } from '@/lib/edit/titleOf'
import type { Kind } from '@/lib/topology/kinds'
import { settled } from './settled'
import { useArrow } from './useArrow'

const button = 'flex size-6 items-center justify-center rounded-control text-ink2 hover:bg-hover hover:text-ink'

/**
 * What may be done with the chosen node: what usually comes next, an arrow from it, its deletion. Signs without words:
 * the node below is to stay in sight.
 */
export default function NodeTools({ id }: { id: string }) {
  const { store } = useEditing()
  const document = useEditorState((state) => state.document)
  const resource = document.resources[id]
  const arrow = useArrow(id)
  if (!resource) return null
  const kinds = nextKinds(resource.kind)
  const title = titleOf(document, id)
  const next = (kind: Kind) => {
    const offer = addNext(store.getState().document, id, kind)
    if (offer.ok) make(store, settled(document, offer.change), offer.selects[0])
    else propose(store, { what: 'add', kind, into: id })
  }
  return (
    <NodeToolbar nodeId={id} isVisible position={Position.Bottom} offset={6}>
      <div
        role="toolbar"
        aria-label={`${title}: draw`}
        className="nodrag nopan flex rounded-panel border border-line bg-raised p-0.5 shadow-popover"
      >
        {kinds.length > 0 && (
          <Menu
            label={`Add what comes after ${title}`}
            title="What usually comes next"
            buttonClass={button}
            button={<Plus size={14} aria-hidden />}
          >
            {kinds.map((kind) => (
              <MenuItem key={kind} onSelect={() => next(kind)}>
                {kindTitle(kind)}
              </MenuItem>
            ))}
          </Menu>
        )}
        <button
          type="button"
          className={`${button} cursor-crosshair touch-none`}
          aria-label={`Connect ${title}`}
          title="Connect: drag to another node, or click to choose one"
          onPointerDown={arrow.onPointerDown}
          onClick={() => !arrow.dragged.current && propose(store, { what: 'connect', from: id })}
        >
          <Spline size={14} aria-hidden />
        </button>
        {mayMove(resource.kind) && (
          <button
            type="button"
            className={button}
            aria-label={`Move ${title} to another VPC or subnet`}
            title="Move to another VPC or subnet"
            onClick={() => propose(store, { what: 'move', id })}
          >
            <FolderInput size={14} aria-hidden />
          </button>
        )}
        <button
          type="button"
          className={button}
          aria-label={`Delete ${title}`}
          title="Delete"
          onClick={() => propose(store, { what: 'delete', ids: [id] })}
        >
          <Trash2 size={14} aria-hidden />
        </button>
      </div>
      {arrow.line}
    </NodeToolbar>
  )
}
