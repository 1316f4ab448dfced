import type { Status } from '@/components/ui/status'
import type { Flow } from '../model/call'
import type { Scene } from '../model/scene'

export type View = [x: number, y: number, zoom: number]

export type Colours = Record<
  | 'raised'
  | 'line2'
  | 'accent'
  | `${'pass' | 'fail' | 'unknown'}-${'mark' | 'tint'}`
  | 'idle-mark'
  | 'aws-account'
  | 'aws-vpc',
  string
>

/** The tokens as colours that a canvas takes; a custom property alone may still hold `light-dark()`. */
export function coloursOf(host: HTMLElement): Colours {
  const probe = document.createElement('span')
  host.append(probe)
  const read = (token: string) => {
    probe.style.color = `var(--${token})`
    return getComputedStyle(probe).color
  }
  const found: Colours = {
    raised: read('raised'),
    line2: read('line2'),
    accent: read('accent'),
    'pass-mark': read('pass-mark'),
    'pass-tint': read('pass-tint'),
    'fail-mark': read('fail-mark'),
    'fail-tint': read('fail-tint'),
    'unknown-mark': read('unknown-mark'),
    'unknown-tint': read('unknown-tint'),
    'idle-mark': read('idle-mark'),
    'aws-account': read('aws-account'),
    'aws-vpc': read('aws-vpc'),
  }
  probe.remove()
  return found
}

/** Above this many cards only the arrows of the call are drawn. */
const arrowsMax = 400

/** The far drawing: blocks with their status, frames, arrows. One picture for thousands of cards. */
export function paint(
  context: CanvasRenderingContext2D,
  scene: Scene,
  selected: string | undefined,
  [x, y, zoom]: View,
  colours: Colours,
): void {
  context.translate(x, y)
  context.scale(zoom, zoom)
  const hair = 1 / zoom
  for (const [id, r] of scene.frames) {
    const kind = scene.graph.containers.get(id)?.kind
    context.globalAlpha = kind === 'account' || kind === 'vpc' ? 0.5 : 0.25
    context.strokeStyle =
      kind === 'account' ? colours['aws-account'] : kind === 'vpc' ? colours['aws-vpc'] : colours.line2
    context.lineWidth = hair
    context.strokeRect(r.x, r.y, r.w, r.h)
  }
  context.globalAlpha = 1
  for (const arrow of scene.arrows) {
    if (arrow.family === 'member' || (!arrow.flow && scene.cards.size > arrowsMax)) continue
    context.strokeStyle = arrow.flow ? colours[flowTone[arrow.flow]] : colours.line2
    context.lineWidth = (arrow.flow ? 2 : 1) * hair
    context.beginPath()
    for (const [i, p] of arrow.points.entries()) i === 0 ? context.moveTo(p.x, p.y) : context.lineTo(p.x, p.y)
    context.stroke()
  }
  for (const [id, r] of scene.cards) {
    const status = scene.call?.cards.get(id)?.status
    const [line, fill] = status ? tones[status] : (['line2', 'raised'] as const)
    context.fillStyle = colours[fill]
    context.strokeStyle = colours[line]
    context.lineWidth = 1.5 * hair
    context.fillRect(r.x, r.y, r.w, r.h)
    context.strokeRect(r.x, r.y, r.w, r.h)
    if (status) mark(context, status, r.x + r.w / 2, r.y + r.h / 2, Math.min(6.5 * hair, 26), colours[line])
    if (id !== selected) continue
    context.strokeStyle = colours.accent
    context.lineWidth = 2 * hair
    const gap = 3 * hair
    context.strokeRect(r.x - gap, r.y - gap, r.w + 2 * gap, r.h + 2 * gap)
  }
}

const flowTone: Record<Flow, keyof Colours> = {
  passes: 'pass-mark',
  blocked: 'fail-mark',
  unknown: 'unknown-mark',
  idle: 'idle-mark',
}

const tones: Record<Status, readonly [line: keyof Colours, fill: keyof Colours]> = {
  passes: ['pass-mark', 'pass-tint'],
  ok: ['pass-mark', 'pass-tint'],
  blocked: ['fail-mark', 'fail-tint'],
  down: ['fail-mark', 'fail-tint'],
  unknown: ['unknown-mark', 'unknown-tint'],
  invisible: ['unknown-mark', 'unknown-tint'],
  degraded: ['unknown-mark', 'unknown-tint'],
  unchecked: ['idle-mark', 'raised'],
  stale: ['idle-mark', 'raised'],
}

/** Shape before colour, here too: circle, octagon, diamond, dashed ring. */
function mark(
  context: CanvasRenderingContext2D,
  status: Status,
  x: number,
  y: number,
  r: number,
  colour: string,
): void {
  context.beginPath()
  if (status === 'blocked' || status === 'unknown') {
    const corners = status === 'blocked' ? 8 : 4
    for (let i = 0; i < corners; i += 1) {
      const angle = (Math.PI * 2 * (i + (corners === 8 ? 0.5 : 0))) / corners
      context.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle))
    }
    context.closePath()
  } else context.arc(x, y, r, 0, Math.PI * 2)
  context.fillStyle = colour
  context.strokeStyle = colour
  context.lineWidth = r / 4
  if (status === 'passes' || status === 'blocked') context.fill()
  else {
    if (status === 'unchecked') context.setLineDash([r * 0.5, r * 0.45])
    context.stroke()
    context.setLineDash([])
  }
}
