import { useCallback, useState } from 'react'
import type { Graph } from './model/graph'
import type { Scene } from './model/scene'
import type { Moves } from './useMoves'

type Direction = readonly [number, number]

const arrows: Record<string, Direction> = {
  ArrowRight: [1, 0],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, -1],
}

interface Keys {
  onKeyDown(event: React.KeyboardEvent): void
  /** What a screen reader is told: set while something is moved by keys. */
  says: string
}

/**
 * The canvas by keys: arrows walk along the arrows of the drawing, Enter selects, Escape goes up one frame; `m` lets the
 * arrows move the card until Enter keeps or Escape takes back the move.
 */
export function useKeys(
  scene: Scene,
  selected: string | undefined,
  readOnly: boolean,
  moves: Moves,
  onSelect: (id: string | undefined) => void,
): Keys {
  const [moving, setMoving] = useState<string>()
  const [says, setSays] = useState('')

  const onKeyDown = useCallback(
    (event: React.KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return
      const id = focusedCard(event.target) ?? selected
      const name = id === undefined ? '' : (scene.graph.cards.get(id)?.name ?? id)
      const done = () => {
        event.preventDefault()
        event.stopPropagation()
      }
      const direction = arrows[event.key]
      if (moving !== undefined) {
        if (direction) {
          const step = event.shiftKey ? 32 : 8
          moves.nudge(moving, direction[0] * step, direction[1] * step)
        } else if (event.key === 'Enter' || event.key === 'm') {
          moves.drop()
          setMoving(undefined)
          setSays(`${name} stands in its new place.`)
        } else if (event.key === 'Escape') {
          moves.cancel()
          setMoving(undefined)
          setSays(`${name} is back in its place.`)
        } else return
        done()
        return
      }
      if (id === undefined) return
      if (direction) {
        const next = neighbour(scene, id, direction)
        if (next !== undefined) {
          onSelect(next)
          focusCard(event.currentTarget, next)
        }
        done()
      } else if (event.key === 'Enter' || event.key === ' ') {
        if (focusedCard(event.target) === undefined) return
        onSelect(id)
        done()
      } else if (event.key === 'Escape' && selected !== undefined) {
        onSelect(above(scene.graph, selected))
        done()
      } else if (event.key === 'm' && !readOnly && scene.cards.has(id)) {
        setMoving(id)
        setSays(`Moving ${name}: arrow keys move it, Enter keeps the place, Escape takes it back.`)
        done()
      }
    },
    [scene, selected, readOnly, moves, moving, onSelect],
  )
  return { onKeyDown, says }
}

const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const focusedCard = (target: EventTarget) =>
  target instanceof HTMLElement && target.classList.contains('react-flow__node-card') ? target.dataset.id : undefined

function focusCard(canvas: Element, id: string): void {
  canvas
    .querySelector<HTMLElement>(`.react-flow__node-card[data-id="${CSS.escape(id)}"]`)
    ?.focus({ preventScroll: true })
}

/** Along a reference if one leads that way, else the nearest card that way. */
function neighbour(scene: Scene, id: string, [dx, dy]: Direction): string | undefined {
  const from = scene.cards.get(id)
  if (!from) return undefined
  const linked = new Set(scene.arrows.flatMap((a) => (a.from === id ? [a.to] : a.to === id ? [a.from] : [])))
  let best: { id: string; cost: number } | undefined
  for (const [other, rect] of scene.cards) {
    const x = rect.x - from.x
    const y = rect.y - from.y
    const ahead = x * dx + y * dy
    const aside = Math.abs(x * dy) + Math.abs(y * dx)
    if (other === id || ahead <= 10) continue
    const near = ahead + 2 * aside
    const cost = linked.has(other) ? near * 0.4 : near + 200
    if (!best || cost < best.cost) best = { id: other, cost }
  }
  return best?.id
}

function above(graph: Graph, id: string): string | undefined {
  const frame = [...graph.containers.values()].find((c) => c.resource === id && c.kind !== 'plane')
  const parent = graph.cards.has(id) ? graph.boxOf.get(id) : frame?.parent
  return parent === undefined ? undefined : graph.containers.get(parent)?.resource
}
