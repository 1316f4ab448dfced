import type { Node, NodeProps } from '@xyflow/react'
import { Fragment, memo } from 'react'
import { Icon } from '@/components/icons/Icon'
import { Mark } from '@/components/ui/Mark'
import type { CardState } from './model/call'
import type { Card } from './model/graph'
import type { Remarks } from './model/remarks'

export type CardData = { card: Card; state: CardState | undefined; remarks: Remarks | undefined }
export type CardNodeType = Node<CardData, 'card'>

/** A resource. One tree of elements; near, middle and far are drawn from it by the zoom that the canvas names. */
export const CardNode = memo(function CardNode({ data }: NodeProps<CardNodeType>) {
  const { card, state, remarks } = data
  const status = state?.status ?? (card.invisible ? 'invisible' : undefined)
  return (
    <div className={`card ${lookOf(state)}`} title={card.name === card.shortName ? undefined : card.name}>
      {state?.hops[0] !== undefined && <span className="card-hop">{state.hops.join(' ')}</span>}
      <span className="card-head">
        <Icon name={card.icon} size={15} className="card-icon" />
        <span className="card-kind">{card.kindWord}</span>
        {status && <Mark status={status} size={13} className="card-mark" silent />}
      </span>
      <span className="card-name">{breakable(card.shortName)}</span>
      <span className="card-ident">{card.ident}</span>
      <span className="card-fact">{card.fact}</span>
      {remarks && (
        <span className={`card-findings is-${remarks.severity}`} title={remarksTitle(remarks)}>
          {remarks.count}
        </span>
      )}
    </div>
  )
})

const remarksTitle = ({ count }: Remarks) => (count === 1 ? '1 finding' : `${count} findings`)

/** A host name may break after its dots, as names do after their hyphens. */
function breakable(name: string): React.ReactNode {
  if (!name.includes('.')) return name
  return name.split(/(?<=\.)/).map((part) => (
    <Fragment key={part}>
      {part}
      <wbr />
    </Fragment>
  ))
}

function lookOf(state: CardState | undefined): string {
  if (!state) return 'is-aside'
  if (state.broken) return 'is-broken'
  if (!state.reached) return 'is-unreached'
  return state.status === 'unknown' ? 'is-unknown' : 'is-passed'
}
