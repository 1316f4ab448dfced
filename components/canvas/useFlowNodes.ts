import { useRef } from 'react'
import type { CardNodeType } from './CardNode'
import type { FrameNodeType } from './FrameNode'
import type { Rect } from './layout/frames'
import type { Remarks } from './model/remarks'
import type { Scene } from './model/scene'
import { cardWords, frameWords } from './model/words'

export type FlowNode = CardNodeType | FrameNodeType

/**
 * The scene as React Flow takes it: frames outermost first, then cards in the order of the hops. A node whose parts are
 * the same stays the same object, so that a change of one resource renders one card.
 */
export function useFlowNodes(
  scene: Scene,
  selected: string | undefined,
  readOnly: boolean,
  remarks: ReadonlyMap<string, Remarks> | undefined,
): FlowNode[] {
  const cache = useRef(new Map<string, { parts: readonly unknown[]; node: FlowNode }>())
  const keep = (id: string, parts: readonly unknown[], make: () => FlowNode): FlowNode => {
    const known = cache.current.get(id)
    if (known?.parts.length === parts.length && known.parts.every((part, i) => part === parts[i])) return known.node
    const node = make()
    cache.current.set(id, { parts, node })
    return node
  }
  return [...frameNodes(scene, selected, readOnly, keep), ...cardNodes(scene, selected, readOnly, remarks, keep)]
}

type Keep = (id: string, parts: readonly unknown[], make: () => FlowNode) => FlowNode

const boxed = (rect: Rect) => ({
  position: { x: rect.x, y: rect.y },
  width: rect.w,
  height: rect.h,
  measured: { width: rect.w, height: rect.h },
})

function frameNodes(scene: Scene, selected: string | undefined, readOnly: boolean, keep: Keep): FlowNode[] {
  const { graph } = scene
  const holds = new Map<string, number>()
  for (const box of graph.boxOf.values())
    for (let at = box; at !== undefined; at = graph.containers.get(at)?.parent) holds.set(at, (holds.get(at) ?? 0) + 1)
  return [...graph.containers.values()].sort(outermostFirst(scene)).flatMap((container) => {
    const rect = scene.frames.get(container.id)
    if (!rect) return []
    const chosen = container.kind !== 'plane' && container.resource === selected
    const words = frameWords(container, holds.get(container.id) ?? 0)
    const shift = scene.captions.get(container.id) ?? 0
    const parts = [container.title, words, chosen, readOnly, shift, rect.x, rect.y, rect.w, rect.h]
    return keep(`frame ${container.id}`, parts, () => ({
      id: container.id,
      type: 'frame',
      ...boxed(rect),
      data: { container, shift },
      selected: chosen,
      draggable: !readOnly,
      dragHandle: '.frame-caption',
      focusable: false,
      zIndex: 0,
      ariaRole: 'group',
      ariaLabel: words,
      style: { pointerEvents: 'none' },
    }))
  })
}

function cardNodes(
  scene: Scene,
  selected: string | undefined,
  readOnly: boolean,
  remarks: ReadonlyMap<string, Remarks> | undefined,
  keep: Keep,
): FlowNode[] {
  const { graph, call } = scene
  const count = Math.max(0, ...[...(call?.cards.values() ?? [])].flatMap((state) => state.hops))
  const rank = new Map(call?.order.map((id, i) => [id, i]))
  const ids = [...graph.cards.keys()].sort((a, b) => (rank.get(a) ?? 1e6) - (rank.get(b) ?? 1e6))
  return ids.flatMap((id) => {
    const card = graph.cards.get(id)
    const rect = scene.cards.get(id)
    if (!card || !rect) return []
    const state = call?.cards.get(id)
    const chosen = id === selected
    const own = remarks?.get(id)
    const words = cardWords(card, state, count, own?.count)
    const parts = [
      card,
      words,
      own?.severity,
      state?.status,
      state?.broken,
      state?.reached,
      chosen,
      readOnly,
      rect.x,
      rect.y,
    ]
    return keep(id, parts, () => ({
      id,
      type: 'card',
      ...boxed(rect),
      data: { card, state, remarks: own },
      selected: chosen,
      draggable: !readOnly,
      zIndex: 2,
      ariaRole: 'button',
      ariaLabel: words,
      domAttributes: { 'aria-pressed': chosen },
    }))
  })
}

function outermostFirst({ graph }: Scene) {
  const depth = (id: string | undefined): number => {
    const parent = id === undefined ? undefined : graph.containers.get(id)?.parent
    return parent === undefined ? 0 : 1 + depth(parent)
  }
  return (a: { id: string }, b: { id: string }) => depth(a.id) - depth(b.id)
}
