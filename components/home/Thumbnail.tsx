import type { Status } from '@/components/ui/status'
import { type Box, bounds, type WaveHop, waveOf } from './wave'

const field = { w: 276, h: 126 }
const margin = { x: 14, y: 12 }

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

/** The opening call of a topology as it stands on its canvas, in the colours of the verdict. Its words stand beside it. */
export function Thumbnail({ hops, className = '' }: { hops: readonly WaveHop[]; className?: string }) {
  const wave = waveOf(hops)
  const all = bounds([...wave.hops, ...wave.frames])
  const scale = Math.min(0.34, (field.w - 2 * margin.x) / all.w, (field.h - 2 * margin.y) / all.h)
  const placed = (box: Box): Box => ({
    x: (field.w - all.w * scale) / 2 + (box.x - all.x) * scale,
    y: (field.h - all.h * scale) / 2 + (box.y - all.y) * scale,
    w: box.w * scale,
    h: box.h * scale,
  })
  const drawn = wave.hops.map((hop) => ({ status: hop.status, ...shrunk(placed(hop)) }))
  return (
    <svg viewBox={`0 0 ${field.w} ${field.h}`} className={`block w-full bg-canvas ${className}`} aria-hidden="true">
      {wave.frames.map(placed).map((frame) => (
        <rect
          key={`${frame.x} ${frame.y}`}
          x={frame.x}
          y={frame.y}
          width={frame.w}
          height={frame.h}
          rx={4}
          className="fill-panel stroke-line2"
        />
      ))}
      {drawn.slice(1).map((hop, at) => {
        const before = drawn[at]
        return (
          before && (
            <path
              key={at}
              d={wire(before, hop)}
              fill="none"
              strokeWidth={2}
              strokeDasharray={hop.status === 'unchecked' ? '4 3' : undefined}
              className={strokes[hop.status] ?? 'stroke-idle-mark'}
            />
          )
        )
      })}
      {drawn.map((hop, at) => (
        <g key={at} strokeWidth={1.6} className={strokes[hop.status] ?? 'stroke-idle-mark'}>
          <rect x={hop.x} y={hop.y} width={hop.w} height={hop.h} rx={3} className="fill-raised" />
          <Sign status={hop.status} x={hop.x + hop.w / 2} y={hop.y + hop.h / 2} size={Math.min(2.8, hop.h / 5)} />
        </g>
      ))}
      {drawn.length === 0 && (
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

/** So small, a card leaves more room for its wires. */
const shrunk = ({ x, y, w, h }: Box): Box => ({ x: x + w * 0.06, y: y + h * 0.06, w: w * 0.88, h: h * 0.88 })

interface SignProps {
  status: Status
  x: number
  y: number
  size: number
}

/** A cross where the call stops, a dot elsewhere: told apart without the colour. */
function Sign({ status, x, y, size }: SignProps) {
  if (status === 'blocked')
    return (
      <path d={`M${x - size} ${y - size}l${2 * size} ${2 * size}M${x + size} ${y - size}l${-2 * size} ${2 * size}`} />
    )
  return <circle cx={x} cy={y} r={size} strokeWidth={0} className={fills[status] ?? 'fill-idle-mark'} />
}

/** Straight where two cards stand in line, else along the gap between their columns or their rows. */
function wire(from: Box, to: Box): string {
  const [x, y] = [from.x + from.w / 2, from.y + from.h / 2]
  const [x2, y2] = [to.x + to.w / 2, to.y + to.h / 2]
  if (Math.abs(x - x2) < 1 || Math.abs(y - y2) < 1) return `M${x} ${y}L${x2} ${y2}`
  const apart = to.x > from.x + from.w || from.x > to.x + to.w
  return apart ? `M${x} ${y}H${(x + x2) / 2}V${y2}H${x2}` : `M${x} ${y}V${(y + y2) / 2}H${x2}V${y2}`
}
