import { ViewportPortal } from '@xyflow/react'
import { notePlace, noteText } from './model/notePlace'
import type { Scene } from './model/scene'

interface Props {
  scene: Scene
  resource: string
  sentence: string
}

/** A remark about a card, with a leader to it. Where the card is broken, what breaks it has the word. */
export default function Note({ scene, resource, sentence }: Props) {
  const card = scene.cards.get(resource)
  if (!card || scene.call?.cards.get(resource)?.broken) return null
  const text = noteText(sentence)
  const { side, x, y, w } = notePlace(card, [...scene.cards.values()], text)
  return (
    <ViewportPortal>
      <p className={`note note-${side}`} style={{ transform: `translate(${x}px, ${y}px)`, width: w }} aria-hidden>
        {text}
      </p>
    </ViewportPortal>
  )
}
