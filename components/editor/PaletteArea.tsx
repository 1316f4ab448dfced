import { lazy, Suspense, useEffect, useState } from 'react'

const Tiles = lazy(() => import('@/components/palette/Tiles'))

const rest = 1200

/** The palette below the outline: it comes once the page stands, for the first paint needs none of it. */
export function PaletteArea() {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), rest)
    return () => clearTimeout(timer)
  }, [])
  return <Suspense>{ready && <Tiles />}</Suspense>
}
