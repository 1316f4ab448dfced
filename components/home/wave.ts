import type { Status } from '@/components/ui/status'
import type { Kind } from '@/lib/topology/kinds'

/** A hop as a small picture needs it: what it is, what became of it, where it stands. */
export interface WaveHop {
  kind: Kind
  status: Status
  vpc?: string
  account?: string
  /** Its place on the canvas. */
  at?: { x: number; y: number }
}

export interface Box {
  x: number
  y: number
  w: number
  h: number
}

export interface Wave {
  hops: (Box & { status: Status })[]
  frames: Box[]
}

/** The size of a card on the canvas, and the step from one to the next where nothing was laid out. */
const card = { w: 146, h: 72 }
const step = { x: 190, y: 130 }

/** The call as it runs over the canvas; a topology that has no layout yet shows the wave that the layout would follow. */
export function waveOf(hops: readonly WaveHop[]): Wave {
  const places = hops.flatMap((hop) => hop.at ?? [])
  const at = places.length === hops.length ? places : columnsOf(hops)
  const boxes = at.map((place) => ({ ...place, ...card }))
  return {
    hops: hops.flatMap(({ status }, i) => (boxes[i] ? [{ ...boxes[i], status }] : [])),
    frames: framesOf(hops, boxes),
  }
}

/** The regional service stands outside every VPC, so the call climbs to it and drops back: a square wave. */
const onTop: Kind[] = ['restApi', 'vpcLink', 'domainName']

function columnsOf(hops: readonly WaveHop[]): { x: number; y: number }[] {
  let column = 0
  let row = 0
  return hops.map((hop, at) => {
    const top = onTop.includes(hop.kind)
    if (at === 0) row = top ? 0 : 1
    else if (top) {
      column += 1
      row = 0
    } else row += 1
    return { x: column * step.x, y: row * step.y }
  })
}

/** Accounts where the call meets several, and the VPCs in them; of two frames around the same hops the outer one. */
function framesOf(hops: readonly WaveHop[], boxes: readonly Box[]): Box[] {
  const accounts = groups(hops, ({ account }) => account)
  const outer = accounts.length > 1 ? accounts : []
  const inner = groups(hops, ({ vpc }) => vpc).filter((vpc) => !outer.some((all) => `${all}` === `${vpc}`))
  const around = (members: number[], margin: number) =>
    bounds(
      members.flatMap((at) => boxes[at] ?? []),
      margin,
    )
  return [...outer.map((all) => around(all, 34)), ...inner.map((vpc) => around(vpc, 18))]
}

function groups(hops: readonly WaveHop[], by: (hop: WaveHop) => string | undefined): number[][] {
  const found = new Map<string, number[]>()
  for (const [at, hop] of hops.entries()) {
    const key = by(hop)
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), at])
  }
  return [...found.values()]
}

export function bounds(boxes: readonly Box[], margin = 0): Box {
  const x = Math.min(...boxes.map((box) => box.x)) - margin
  const y = Math.min(...boxes.map((box) => box.y)) - margin
  return {
    x,
    y,
    w: Math.max(...boxes.map((box) => box.x + box.w)) + margin - x,
    h: Math.max(...boxes.map((box) => box.y + box.h)) + margin - y,
  }
}
