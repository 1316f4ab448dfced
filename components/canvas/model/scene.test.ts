import ELK from 'elkjs/lib/elk.bundled.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { templates } from '@/lib/templates'
import { buildTemplate } from '@/lib/templates/build'
import type { TopologyDocument } from '@/lib/topology/document'
import { bounds, meet, type Rect } from '../layout/frames'
import { layOut } from '../layout/layOut'
import type { DrawnArrow } from './drawnArrows'
import { graphOf } from './graph'
import { type Scene, sceneOf } from './scene'

const drawings: [string, string[]][] = [
  ...templates.map((t): [string, string[]] => [t.name, []]),
  ['private-api', ['alb-v2']],
  ['private-api', ['peer', 'on-premises', 'account2']],
  ['private-api', ['us-east-1', 'custom-domain']],
]

async function drawn(name: string, addOns: string[]): Promise<{ document: TopologyDocument; scene: Scene }> {
  const bare = buildTemplate(name, { addOns })
  const document = { ...bare, layout: await layOut(graphOf(bare), new ELK()) }
  return { document, scene: sceneOf({ document, onlyCall: false }) }
}

/** Every straight piece of an arrow as a thin rectangle, without the ends that stand on its own cards. */
function pieces(arrow: DrawnArrow): Rect[] {
  return arrow.points.slice(1).map((b, i) => {
    const a = arrow.points[i] ?? b
    return bounds([
      { ...a, w: 0, h: 0 },
      { ...b, w: 0, h: 0 },
    ])
  })
}

describe.each(drawings)('%s %j, laid out', (name, addOns) => {
  let scene: Scene
  let document: TopologyDocument
  beforeAll(async () => {
    const both = await drawn(name, addOns)
    scene = both.scene
    document = both.document
  })

  it('has a place for every card and a way for every arrow', () => {
    const graph = graphOf(document)
    expect(Object.keys(document.layout)).toEqual(expect.arrayContaining([...graph.cards.keys()]))
    expect(scene.arrows).toHaveLength(graph.arrows.length)
  })

  it('lets no two cards touch', () => {
    const cards = [...scene.cards]
    for (const [i, [id, a]] of cards.entries())
      for (const [other, b] of cards.slice(i + 1)) expect(meet(a, b, 12), `${id} and ${other}`).toBe(false)
  })

  it('nests frames in frames, and lets siblings stand apart', () => {
    const { containers } = scene.graph
    for (const [id, a] of scene.frames)
      for (const [other, b] of scene.frames) {
        if (id >= other || lineage(scene, id).includes(other) || lineage(scene, other).includes(id)) continue
        expect(meet(a, b), `${containers.get(id)?.title} and ${containers.get(other)?.title}`).toBe(false)
      }
  })

  it('runs no arrow through a card', () => {
    for (const arrow of scene.arrows)
      for (const [id, card] of scene.cards) {
        const own = id === arrow.from || id === arrow.to
        const inner = own ? { x: card.x + 1, y: card.y + 1, w: card.w - 2, h: card.h - 2 } : card
        for (const piece of pieces(arrow)) expect(meet(piece, inner), `${arrow.id} through ${id}`).toBe(false)
      }
  })

  it('draws level and upright pieces that begin and end on their cards', () => {
    for (const arrow of scene.arrows) {
      for (const piece of pieces(arrow)) expect(Math.min(piece.w, piece.h), arrow.id).toBe(0)
      const [first, last] = [arrow.points[0], arrow.points.at(-1)]
      const [from, to] = [scene.cards.get(arrow.from), scene.cards.get(arrow.to)]
      expect(first && from && onEdge(first, from), arrow.id).toBe(true)
      expect(last && to && onEdge(last, to), arrow.id).toBe(true)
    }
  })

  it('keeps labels off cards and off each other', () => {
    const labels = scene.arrows.flatMap((a) => (a.label ? [a.label] : []))
    for (const [i, label] of labels.entries()) {
      for (const card of scene.cards.values()) expect(meet(label.rect, card), label.text).toBe(false)
      for (const other of labels.slice(i + 1)) expect(meet(label.rect, other.rect), label.text).toBe(false)
    }
  })
})

function lineage(scene: Scene, id: string): string[] {
  const parent = scene.graph.containers.get(id)?.parent
  return parent === undefined ? [] : [parent, ...lineage(scene, parent)]
}

const onEdge = (p: { x: number; y: number }, r: Rect) =>
  p.x >= r.x &&
  p.x <= r.x + r.w &&
  p.y >= r.y &&
  p.y <= r.y + r.h &&
  (p.x === r.x || p.x === r.x + r.w || p.y === r.y || p.y === r.y + r.h)

describe('the two-API chain', () => {
  it('fits the canvas of a 1440 × 900 window at the nearest drawing', async () => {
    const { scene } = await drawn('two-api-chain', [])
    const all = bounds([...scene.cards.values(), ...scene.frames.values()])
    expect(896 / all.w).toBeGreaterThanOrEqual(0.8)
    expect(554 / all.h).toBeGreaterThanOrEqual(0.8)
  })

  it('labels the arrows of the chain', async () => {
    const { scene } = await drawn('two-api-chain', [])
    const label = (from: string, to: string) => scene.arrows.find((a) => a.from === from && a.to === to)?.label?.text
    expect(label('lsm4cw', 'web-app-fargate-nlb-internal2')).toBe('VPC link · 443')
    expect(label('t0f7wl', 'web-app-fargate-nlb-internal')).toBe('VPC link · 80')
    expect(label('web-app-fargate-nlb-internal-tg2', 'vpce-0d4d61b31cecd49fc')).toBe('targets')
    expect(label('vpce-0d4d61b31cecd49fc', '3i95y1yx06')).toBe('443 TLS')
    expect(label('web-app-fargate-nlb-tg', 'web-app-fargate')).toBe('5000 TCP')
  })
})
