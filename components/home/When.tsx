'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** A time as the reader's clock has it; the server, which does not know that clock, leaves the place empty. */
export function When({ at }: { at: string }) {
  const words = useSyncExternalStore(
    never,
    () => spoken(new Date(at), new Date()),
    () => '',
  )
  return <time dateTime={at}>{words}</time>
}

function spoken(at: Date, now: Date): string {
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000)
  if (days === 0) return at.toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hour12: false })
  if (days === 1) return 'yesterday'
  if (days < 7) return at.toLocaleDateString('en', { weekday: 'long' })
  return at.toLocaleDateString('en', { day: 'numeric', month: 'short', year: 'numeric' })
}

const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
