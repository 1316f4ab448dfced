import type { NodeChange } from '@xyflow/react'
import { useCallback, useRef, useState } from 'react'
import type { Place } from '@/lib/topology/document'
import { cardRect } from './layout/frames'
import type { Graph } from './model/graph'
import type { Scene } from './model/scene'
import type { FlowNode } from './useFlowNodes'

export interface Move {
  id: string
  x: number
  y: number
}

export interface Moves {
  /** Places while something is dragged, and until the document has them. */
  moved: Layout | undefined
  onNodesChange(changes: NodeChange<FlowNode>[]): void
  /** Moves what is named by this much, as a drag would. */
  nudge(id: string, dx: number, dy: number): void
  /** Ends the move: one edit, however far it went. */
  drop(): void
  cancel(): void
}

type Layout = Record<string, Place>

/** Within this distance a dragged card falls in line with another. */
const snap = 5

/** Moving cards and frames. A gesture is one edit; a frame takes along what it holds. */
export function useMoves(scene: Scene, layout: Layout, onMove: (moves: Move[], label: string) => void): Moves {
  const [standIn, setStandIn] = useState<{ places: Layout; over: Layout }>()
  const current = useRef<{ id: string; places: Layout }>(undefined)

  const move = useCallback(
    (id: string, x: number, y: number) => {
      const frame = scene.frames.get(id)
      const places: Layout = {}
      if (frame && scene.graph.containers.has(id)) {
        const [dx, dy] = [Math.round(x - frame.x), Math.round(y - frame.y)]
        for (const card of cardsIn(scene.graph, id)) {
          const rect = scene.cards.get(card)
          if (rect) places[card] = { x: rect.x + dx, y: rect.y + dy }
        }
        if (Object.keys(places).length === 0) places[id] = { x: Math.round(x), y: Math.round(y) }
      } else places[id] = inLine(scene, id, { x: Math.round(x), y: Math.round(y) })
      current.current = { id, places }
      setStandIn({ places, over: layout })
    },
    [scene, layout],
  )

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      for (const change of changes)
        if (change.type === 'position' && change.position && change.dragging)
          move(change.id, change.position.x, change.position.y)
    },
    [move],
  )

  const nudge = useCallback(
    (id: string, dx: number, dy: number) => {
      const at = current.current?.places[id] ?? scene.cards.get(id) ?? scene.frames.get(id)
      if (!at) return
      const place = { x: at.x + dx, y: at.y + dy }
      current.current = { id, places: { [id]: place } }
      setStandIn({ places: { [id]: place }, over: layout })
    },
    [scene, layout],
  )

  const drop = useCallback(() => {
    const done = current.current
    current.current = undefined
    if (!done) return
    const changed = Object.entries(done.places).filter(([id, p]) => {
      const was = scene.cards.get(id) ?? scene.frames.get(id)
      return was?.x !== p.x || was?.y !== p.y
    })
    if (changed.length === 0) setStandIn(undefined)
    else
      onMove(
        changed.map(([id, p]) => ({ id, x: p.x, y: p.y })),
        `Move ${nameOf(scene.graph, done.id)}`,
      )
  }, [scene, onMove])

  const cancel = useCallback(() => {
    current.current = undefined
    setStandIn(undefined)
  }, [])

  // Once the document has another layout, its own places count again.
  const moved = standIn?.over === layout ? standIn.places : undefined
  return { moved, onNodesChange, nudge, drop, cancel }
}

const nameOf = (graph: Graph, id: string) => graph.cards.get(id)?.name ?? graph.containers.get(id)?.title ?? id

export function cardsIn(graph: Graph, frame: string): string[] {
  return [...graph.boxOf].flatMap(([card, box]) => {
    for (let at = box; at !== undefined; at = graph.containers.get(at)?.parent) if (at === frame) return [card]
    return []
  })
}

function inLine(scene: Scene, id: string, at: Place): Place {
  const others = [...scene.cards].filter(([other]) => other !== id).map(([, rect]) => rect)
  const own = cardRect(at)
  const near = (value: number, values: number[]) => values.find((v) => Math.abs(v - value) <= snap) ?? value
  return {
    x: near(
      own.x,
      others.map((r) => r.x),
    ),
    y: near(
      own.y,
      others.map((r) => r.y),
    ),
  }
}
