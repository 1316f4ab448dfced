import { useEffect, useState } from 'react'
import { findTopologies } from '@/app/explain/actions'
import type { Holding } from '@/lib/store/holding'

/** The topologies that hold what a paste names; the ids alone are asked for, never the paste. */
export function useMatches(identifiers: readonly string[] | undefined): Holding[] | undefined {
  const [found, setFound] = useState<{ of: string; matches: Holding[] }>()
  const of = identifiers?.join('\n') ?? ''
  useEffect(() => {
    if (of === '') return
    let gone = false
    void findTopologies({ identifiers: of.split('\n') }).then((answer) => {
      if (!gone) setFound({ of, matches: answer.ok ? answer.data : [] })
    })
    return () => {
      gone = true
    }
  }, [of])
  return found?.of === of ? found.matches : undefined
}
