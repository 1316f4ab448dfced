'use client'

import { useEditing } from '@/components/editor/Editing'
import { propose } from '@/components/editor/propose'
import { Icon } from '@/components/icons/Icon'
import { kindIcon } from '@/components/icons/kindIcon'
import { kindTitles } from '@/lib/edit/kindTitles'
import type { Kind } from '@/lib/topology/kinds'
import { chainKinds } from './chainKinds'
import { draggedKind } from './drag'

const short: Partial<Record<Kind, string>> = {
  loadBalancer: 'NLB',
  vpcEndpoint: 'Endpoint',
  targetGroup: 'Targets',
  ecsService: 'Fargate',
  instance: 'EC2',
  securityGroup: 'SG',
}

/** The palette: a tile is dragged onto the canvas, or picked to come into what is selected. */
export default function Tiles() {
  const { store } = useEditing()
  const add = (kind?: Kind) => {
    const { selected } = store.getState()
    propose(store, { what: 'add', ...(kind ? { kind } : {}), ...(selected === undefined ? {} : { into: selected }) })
  }
  return (
    <section aria-label="Palette" className="shrink-0 border-t border-line p-2">
      <h2 className="mb-1.5 flex items-center text-label text-ink2">
        Drag onto the canvas
        <button
          type="button"
          className="ml-auto min-h-6 rounded-bar px-1 text-caption text-ink3 hover:bg-hover hover:text-ink"
          onClick={() => add()}
        >
          All kinds
        </button>
      </h2>
      <div className="grid grid-cols-3 gap-1.5">
        {chainKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            draggable
            title={kindTitles[kind].says}
            aria-label={`Add ${kindTitles[kind].title}`}
            className="flex h-12 cursor-grab flex-col items-center justify-center gap-0.5 rounded-control border border-line bg-raised text-caption text-ink2 hover:border-line2 hover:bg-hover"
            onDragStart={(event) => event.dataTransfer.setData(draggedKind, kind)}
            onClick={() => add(kind)}
          >
            <Icon name={kindIcon(kind)} size={18} />
            {short[kind] ?? kindTitles[kind].title}
          </button>
        ))}
      </div>
    </section>
  )
}
