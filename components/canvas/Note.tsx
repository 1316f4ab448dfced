import { useStore, ViewportPortal } from '@xyflow/react'
import { notePlace, noteText } from './model/notePlace'
import type { Scene } from './model/scene'

interface Props {
  scene: Scene
  resource: string
  sentence: string
}

/** A remark about a card, with a leader to it. Where the card is broken, what breaks it has the word. */
export default function Note({ scene, resource, sentence }: Props) {
  // The text keeps its size on the screen when the drawing is small, as names do.
  const scale = useStore(({ transform }) => Math.max(1, Math.round(10 / transform[2]) / 10))
  const card = scene.cards.get(resource)
  if (!card || scene.call?.cards.get(resource)?.broken) return null
  const text = noteText(sentence)
  const { side, x, y, w } = notePlace(card, [...scene.cards.values()], text, scale)
  return (
    <ViewportPortal>
      <p
        className={`note note-${side}`}
        style={{
          transform: `translate(${x}px, ${y}px)`,
          width: w,
          fontSize: 11 * scale,
          lineHeight: `${15 * scale}px`,
        }}
        aria-hidden
      >
        {text}
      </p>
    </ViewportPortal>
  )
}
