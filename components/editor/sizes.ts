import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Tab } from './store'

/** Widths of the panels; the right one remembers one for narrow tabs and one for wide ones. */
export interface Sizes {
  left: number
  findings: number
  narrow: number
  wide: number
  trace: number
}

export const limits = {
  left: { min: 160, max: 280 },
  findings: { min: 260, max: 460 },
  narrow: { min: 260, max: 420 },
  wide: { min: 420, max: 760 },
  trace: { min: 120, max: 420 },
} satisfies Record<keyof Sizes, { min: number; max: number }>

const first: Sizes = { left: 208, findings: 340, narrow: 316, wide: 596, trace: 204 }
const key = 'throughline.sizes'

export const rightKey = (tab: Tab): 'narrow' | 'wide' => (tab === 'invoke' || tab === 'policies' ? 'wide' : 'narrow')

export function useSizes(): [Sizes, (change: Partial<Sizes>) => void] {
  const [sizes, setSizes] = useState(first)
  useEffect(() => {
    const kept = localStorage.getItem(key)
    if (kept !== null) setSizes({ ...first, ...(JSON.parse(kept) as Partial<Sizes>) })
  }, [])
  const change = (part: Partial<Sizes>) => {
    const next = { ...sizes, ...part }
    setSizes(next)
    localStorage.setItem(key, JSON.stringify(next))
  }
  return [sizes, change]
}

const subscribe = (heard: () => void) => {
  addEventListener('resize', heard)
  return () => removeEventListener('resize', heard)
}

/** Width of the window; the server, which has none, draws the wide frame. */
export const useWindowWidth = (): number =>
  useSyncExternalStore(
    subscribe,
    () => innerWidth,
    () => 1440,
  )

export const canvasMin = 560
export const rail = 44

export type Room = 'wide' | 'rails' | 'list'

/** Below 1180 px both panels are rails; below 720 px a list of hops takes the place of the canvas. */
export const roomOf = (width: number): Room => (width < 720 ? 'list' : width < 1180 ? 'rails' : 'wide')
