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
  const [arranging, setArranging] = useState(bare)
  const running = useRef(false)
  const wanted = useRef<'jump' | 'glide'>(undefined)

  const arrange = useCallback(
    async (first: boolean) => {
      if (running.current) return
      running.current = true
      try {
        const layout = await tidied(graphOf(document))
        if (!first) glide(canvas.current)
        wanted.current = first ? 'jump' : 'glide'
        onTidy(layout, first)
      } finally {
        running.current = false
        setArranging(false)
      }
    },
    [document, onTidy, canvas],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: asks once for each document without a layout
  useEffect(() => {
    if (bare) void arrange(true)
    else setArranging(false)
  }, [bare])

  // The view follows once the cards have their places.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the layout changes
  useEffect(() => {
    if (wanted.current) camera.show(everything(), wanted.current === 'glide')
    wanted.current = undefined
  }, [document.layout])

  const tidy = useCallback(() => void arrange(false), [arrange])
  return { arranging, tidy }
}

/** Lets the cards travel to their new places instead of jumping there. */
function glide(canvas: HTMLElement | null): void {
  canvas?.classList.add('gliding')
  setTimeout(() => canvas?.classList.remove('gliding'), 260)
}
