import { useMemo } from 'react'
import { Id } from '@/components/ui/Id'
import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { factsOf, type Piece } from './facts'

interface Props {
  document: TopologyDocument
  resource: Resource
  /** JSON Pointer of a field that evidence points to. */
  marked: string | undefined
  onSelect: (resource: string) => void
}

/** The fields of a resource, as AWS names and holds them. */
export function Facts({ document, resource, marked, onSelect }: Props) {
  const facts = useMemo(() => factsOf(document, resource), [document, resource])
  return (
    <dl className="grid grid-cols-[minmax(84px,auto)_minmax(0,1fr)] gap-x-3 gap-y-1">
      {facts.map((fact) => (
        <div
          key={fact.path}
          className={`col-span-2 grid grid-cols-subgrid rounded-bar ${marked?.startsWith(fact.path) ? 'bg-accent-tint' : ''}`}
        >
          <dt className="max-w-32 text-ink3">{fact.title}</dt>
          <dd className="min-w-0">
            {fact.lines.map((line, at) => (
              <Line key={at} pieces={line} onSelect={onSelect} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Line({ pieces, onSelect }: { pieces: Piece[]; onSelect: (resource: string) => void }) {
  return (
    <span className="flex flex-wrap gap-x-1.5">
      {pieces.map((piece, at) => {
        if ('resource' in piece)
          return (
            <button
              key={at}
              type="button"
              className="text-left break-words text-accent hover:underline"
              onClick={() => onSelect(piece.resource)}
            >
              {piece.text}
            </button>
          )
        return 'id' in piece ? (
          <Id key={at} text={piece.id} className="text-[11.5px]" />
        ) : (
          <span key={at}>{piece.text}</span>
        )
      })}
    </span>
  )
}
