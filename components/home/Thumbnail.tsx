import type { Status } from '@/components/ui/status'
import { type WaveHop, type WaveNode, waveOf } from './wave'

const cell = { w: 52, h: 40 }
const box = { w: 30, h: 18 }
const field = { w: 276, h: 126 }

const strokes: Partial<Record<Status, string>> = {
  passes: 'stroke-pass-mark',
  blocked: 'stroke-fail-mark',
  unknown: 'stroke-unknown-mark',
}
const fills: Partial<Record<Status, string>> = {
  passes: 'fill-pass-mark',
  blocked: 'fill-fail-mark',
  unknown: 'fill-unknown-mark',
}

/** A topology as the wave of its opening call, in the colours of the verdict. Decoration: its words stand beside it. */
export function Thumbnail({ hops, className = '' }: { hops: readonly WaveHop[]; className?: string }) {
  const { nodes, frames, rows } = waveOf(hops)
  const columns = Math.max(1, ...nodes.map((node) => node.column + 1))
  const scale = Math.min(1.5, (field.w - 24) / (columns * cell.w), (field.h - 20) / ((rows + 1) * cell.h))
  const x = (column: number) => field.w / 2 + (column - (columns - 1) / 2) * cell.w * scale
  const y = (row: number) => field.h / 2 + (row - rows / 2) * cell.h * scale
  const half = { w: (box.w / 2) * scale, h: (box.h / 2) * scale }
  return (
    <svg viewBox={`0 0 ${field.w} ${field.h}`} className={`block w-full bg-canvas ${className}`} aria-hidden="true">
      {frames.map((frame) => (
        <rect
          key={`${frame.from}`}
          x={x(frame.from) - half.w - 7 * scale}
          y={y(1) - half.h - 8 * scale}
          width={x(frame.to) - x(frame.from) + 2 * half.w + 14 * scale}
          height={y(frame.rows) - y(1) + 2 * half.h + 16 * scale}
          rx={4}
          className="fill-panel stroke-line2"
        />
      ))}
      {nodes.slice(1).map((node, at) => {
        const before = nodes[at]
        return (
          before && (
            <path
              key={at}
              d={wire(before, node, x, y)}
              fill="none"
              strokeWidth={2}
              strokeDasharray={node.status === 'unchecked' ? '4 3' : undefined}
              className={strokes[node.status] ?? 'stroke-idle-mark'}
            />
          )
        )
      })}
      {nodes.map((node, at) => (
        <g key={at} strokeWidth={1.6} className={strokes[node.status] ?? 'stroke-idle-mark'}>
          <rect
            x={x(node.column) - half.w}
            y={y(node.row) - half.h}
            width={2 * half.w}
            height={2 * half.h}
            rx={3}
            className="fill-raised"
          />
          <Sign node={node} x={x(node.column)} y={y(node.row)} size={2.6 * scale} />
        </g>
      ))}
      {nodes.length === 0 && (
        <path
          d="M38 92h40V36h50v56h50V36h50v56h16"
          fill="none"
          strokeWidth={2}
          strokeLinejoin="round"
          className="stroke-line2"
        />
      )}
    </svg>
  )
}

/** A cross where the call stops, a dot elsewhere: told apart without the colour. */
function Sign({ node, x, y, size }: { node: WaveNode; x: number; y: number; size: number }) {
  if (node.status === 'blocked')
    return (
      <path d={`M${x - size} ${y - size}l${2 * size} ${2 * size}M${x + size} ${y - size}l${-2 * size} ${2 * size}`} />
    )
  return <circle cx={x} cy={y} r={size} strokeWidth={0} className={fills[node.status] ?? 'fill-idle-mark'} />
}

type Scale = (value: number) => number

/** Along a row, down a column, or by one elbow between two columns up to the service. */
function wire(from: WaveNode, to: WaveNode, x: Scale, y: Scale): string {
  if (from.column === to.column || from.row === to.row)
    return `M${x(from.column)} ${y(from.row)}L${x(to.column)} ${y(to.row)}`
  const middle = (x(from.column) + x(to.column)) / 2
  return `M${x(from.column)} ${y(from.row)}H${middle}V${y(to.row)}H${x(to.column)}`
}
