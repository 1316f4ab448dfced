import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { Scene } from '../model/scene'
import { coloursOf, paint } from './paint'

interface FarCanvasProps {
  scene: Scene
  selected: string | undefined
}

/** The far view of a large drawing, painted in screen space and redrawn once a frame while the view moves. */
export default function FarCanvas({ scene, selected }: FarCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const store = useStoreApi()

  useEffect(() => {
    const element = canvas.current
    const host = element?.parentElement
    const context = element?.getContext('2d')
    if (!element || !host || !context) return
    let colours = coloursOf(host)
    let frame = 0
    const draw = () => {
      frame = 0
      const { width, height, transform } = store.getState()
      const ratio = window.devicePixelRatio
      if (element.width !== Math.round(width * ratio) || element.height !== Math.round(height * ratio)) {
        element.width = Math.round(width * ratio)
        element.height = Math.round(height * ratio)
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      context.clearRect(0, 0, width, height)
      paint(context, scene, selected, transform, colours)
    }
    const soon = () => {
      frame ||= requestAnimationFrame(draw)
    }
    const recolour = () => {
      colours = coloursOf(host)
      soon()
    }
    draw()
    const stop = store.subscribe(soon)
    const theme = new MutationObserver(recolour)
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', recolour)
    return () => {
      stop()
      cancelAnimationFrame(frame)
      theme.disconnect()
      dark.removeEventListener('change', recolour)
    }
  }, [scene, selected, store])

  return (
    <canvas
      ref={canvas}
      className="far"
      role="img"
      aria-label={`${scene.cards.size} resources from afar. Zoom in to reach them.`}
    />
  )
}
