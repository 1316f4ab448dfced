import { useCallback, useEffect, useRef, useState } from 'react'
import type { Place, TopologyDocument } from '@/lib/topology/document'
import type { Rect } from './layout/frames'
import { graphOf } from './model/graph'
import { tidied } from './tidy'
import type { Camera } from './useCamera'

interface Arrangement {
  /** The first layout is being made: nothing has a place yet. */
  arranging: boolean
  tidy(): void
}

/** A document without any layout gets one at once; after that the engine runs only when it is asked for. */
export function useArrangement(
  document: TopologyDocument,
  onTidy: (layout: Record<string, Place>, first: boolean) => void,
  canvas: React.RefObject<HTMLDivElement | null>,
  camera: Camera,
  everything: () => Rect[],
): Arrangement {
  const graph = graphOf(document)
  const bare = graph.cards.size > 0 && ![...graph.cards.keys()].some((id) => document.layout[id])
  const [tried, setTried] = useState(false)
  const running = useRef(false)
  const wanted = useRef<{ glide: boolean; over: TopologyDocument['layout'] }>(undefined)

  const arrange = useCallback(
    async (first: boolean) => {
      if (running.current) return
      running.current = true
      try {
        const layout = await tidied(graphOf(document))
        if (!first) glide(canvas.current)
        wanted.current = { glide: !first, over: document.layout }
        onTidy(layout, first)
      } finally {
        running.current = false
        setTried(true)
      }
    },
    [document, onTidy, canvas],
  )

  useEffect(() => {
    if (bare && !tried) void arrange(true)
    if (!bare) setTried(false)
  }, [bare, tried, arrange])

  // The view follows once the cards have their places.
  useEffect(() => {
    if (!wanted.current || wanted.current.over === document.layout) return
    camera.show(everything(), wanted.current.glide)
    wanted.current = undefined
  }, [document.layout, camera, everything])

  const tidy = useCallback(() => void arrange(false), [arrange])
  return { arranging: bare && !tried, tidy }
}

/** Lets the cards travel to their new places instead of jumping there. */
function glide(canvas: HTMLElement | null): void {
  canvas?.classList.add('gliding')
  setTimeout(() => canvas?.classList.remove('gliding'), 260)
}
