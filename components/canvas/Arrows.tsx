import { ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import type { DrawnArrow, Label } from './model/drawnArrows'
import { headOf, pathOf } from './route/path'

/** All arrows in one picture below the cards: a hop of the call costs one element, not one component with a store. */
export const Arrows = memo(function Arrows({ arrows }: { arrows: readonly DrawnArrow[] }) {
  return (
    <ViewportPortal>
      <svg className="arrows" aria-hidden="true">
        {arrows.map((arrow) => (
          <ArrowLine key={arrow.id} arrow={arrow} />
        ))}
        {arrows.map((arrow) => arrow.label && <ArrowLabel key={arrow.id} arrow={arrow} label={arrow.label} />)}
      </svg>
    </ViewportPortal>
  )
})

const lookOf = (arrow: DrawnArrow) =>
  arrow.flow ? `arrow-${arrow.flow}` : arrow.family === 'member' ? 'arrow-member' : 'arrow-reference'

const ArrowLine = memo(function ArrowLine({ arrow }: { arrow: DrawnArrow }) {
  const head = arrow.family === 'member' ? 0 : arrow.flow && arrow.flow !== 'idle' ? 8 : 7
  return (
    <g className={`arrow ${lookOf(arrow)}`} data-arrow={arrow.id} style={stepOf(arrow)}>
      <path className="arrow-line" d={pathOf(arrow.points, head > 0 ? head - 1 : 0)} />
      {head > 0 && <path className="arrow-head" d={headOf(arrow.points, head)} />}
    </g>
  )
})

const ArrowLabel = memo(function ArrowLabel({ arrow, label }: { arrow: DrawnArrow; label: Label }) {
  const { rect, text } = label
  return (
    <g className={`arrow-label ${lookOf(arrow)}`} style={stepOf(arrow)}>
      <rect x={rect.x + 0.5} y={rect.y + 0.5} width={rect.w - 1} height={rect.h - 1} rx={3} />
      <text x={rect.x + rect.w / 2} y={rect.y + rect.h / 2 + 3.7}>
        {text}
      </text>
    </g>
  )
})

/** The run along the path: 28 ms a hop, 400 ms at most. */
const stepOf = (arrow: DrawnArrow): React.CSSProperties | undefined =>
  arrow.step === undefined ? undefined : { animationDelay: `${Math.min(400, arrow.step * 28)}ms` }
