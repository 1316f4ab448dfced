import type { Status } from '@/components/ui/status'
import type { Kind } from '@/lib/topology/kinds'

/** A hop as a small picture needs it: what it is, what became of it, which VPC it stands in. */
export interface WaveHop {
  kind: Kind
  status: Status
  vpc?: string
}

export interface WaveNode extends WaveHop {
  column: number
  row: number
}

export interface WaveFrame {
  from: number
  to: number
  rows: number
}

/** The regional service stands outside every VPC, so the call climbs to it and drops back: a square wave. */
const onTop: Kind[] = ['restApi', 'vpcLink', 'domainName']

export function waveOf(hops: readonly WaveHop[]): { nodes: WaveNode[]; frames: WaveFrame[]; rows: number } {
  const nodes: WaveNode[] = []
  let column = 0
  let row = 0
  hops.forEach((hop, at) => {
    const top = onTop.includes(hop.kind)
    if (at === 0) row = top ? 0 : 1
    else if (top) {
      column += 1
      row = 0
    } else row += 1
    nodes.push({ ...hop, column, row })
  })
  return { nodes, frames: framesOf(nodes), rows: Math.max(1, ...nodes.map((node) => node.row)) }
}

/** Neighbouring columns of one VPC share a frame. */
function framesOf(nodes: WaveNode[]): WaveFrame[] {
  const frames: (WaveFrame & { vpc: string })[] = []
  for (const { vpc, column, row } of nodes) {
    if (vpc === undefined || row === 0) continue
    const last = frames.at(-1)
    if (last?.vpc === vpc) {
      last.to = column
      last.rows = Math.max(last.rows, row)
    } else frames.push({ vpc, from: column, to: column, rows: row })
  }
  return frames
}
