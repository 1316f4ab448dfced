import { useEffect, useRef, useState } from 'react'
import type { ExplainedCall } from '@/lib/explain/explanation'
import type { Invocation } from '@/lib/invocation/invocation'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Edit } from '@/lib/topology/patch'

export interface Asked {
  n: number
  text: string
  document?: TopologyDocument
  call?: Invocation
  day: string
}

/** What was read from a paste. */
export interface Read {
  calls: ExplainedCall[]
  identifiers: string[]
  /** How many of the identifiers the topology holds. */
  holds: number
  /** What the paste shows of the place it was run at. */
  settles?: { vantage: string; edit: Edit; says: string[] }
}

export interface Explained {
  n: number
  read?: Read
  failed?: string
}

interface About {
  document: TopologyDocument | undefined
  call: Invocation | undefined
}

const typing = 150

/** Reads a paste in a worker: it never leaves the browser. */
export function useReading(text: string, { document, call }: About): { read?: Read; failed?: string } {
  const [answer, setAnswer] = useState<{ read?: Read; failed?: string }>({})
  const worker = useRef<Worker>(undefined)
  const n = useRef(0)

  useEffect(() => {
    const own = new Worker(new URL('./explain.worker.ts', import.meta.url), { type: 'module' })
    own.addEventListener('message', ({ data: { n: of, ...rest } }: MessageEvent<Explained>) => {
      if (of === n.current) setAnswer(rest)
    })
    worker.current = own
    return () => own.terminate()
  }, [])

  useEffect(() => {
    n.current += 1
    if (text.trim() === '') {
      setAnswer({})
      return
    }
    const asked: Asked = {
      n: n.current,
      text,
      ...(document ? { document } : {}),
      ...(call ? { call } : {}),
      day: new Date().toLocaleDateString('en-CA'),
    }
    const timer = setTimeout(() => worker.current?.postMessage(asked), typing)
    return () => clearTimeout(timer)
  }, [text, document, call])

  return answer
}
