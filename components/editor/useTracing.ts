import { useEffect, useRef } from 'react'
import type { TopologyDocument } from '@/lib/topology/document'
import { selectDeciding } from './actions'
import type { Desk } from './desk'
import { createDesks } from './desks'
import { createMending } from './mending'
import type { EditorStore } from './store'

/** Traces in a worker on every change of the document or the call; only the newest question waits for its turn. */
export function useTracing(store: EditorStore, opened: TopologyDocument): { current: Desk | undefined } {
  const desk = useRef<Desk>(undefined)

  useEffect(() => {
    const line = createDesks(() => new Worker(new URL('./trace.worker.ts', import.meta.url), { type: 'module' }))
    desk.current = line
    const mending = createMending(store, line)
    // The page that the server painted needs no worker; it is fetched once the browser has nothing better to do.
    const warm = setTimeout(line.open, 1200)
    let busy = false
    let stale = false
    let gone = false

    const run = async () => {
      const { document, call } = store.getState()
      if (busy || !call) {
        stale = busy
        return
      }
      busy = true
      try {
        const trace = await line.ask('trace', document, call)
        if (gone) return
        store.setState({ trace, failed: undefined })
        mending.after()
        if (store.getState().follow && !stale) {
          store.setState({ follow: false })
          selectDeciding(store)
        }
      } catch (error) {
        if (!gone) store.setState({ failed: error instanceof Error ? error.message : String(error) })
      }
      busy = false
      if (stale && !gone) {
        stale = false
        void run()
      }
    }

    const open = async () => {
      const { document, asked } = store.getState()
      const opened = await line.ask('open', document, asked)
      if (gone || !opened || store.getState().call) return
      store.setState(opened)
      mending.after()
    }

    const stop = store.subscribe((now, before) => {
      if (now.call !== before.call || matters(now.document, before.document)) void run()
    })
    const { call, trace, document } = store.getState()
    if (!call) void open()
    // Edits that a reload brought back are newer than the trace that came with the page.
    else if (!trace || matters(document, opened)) void run()
    else mending.after()
    return () => {
      gone = true
      clearTimeout(warm)
      stop()
      mending.close()
      line.close()
    }
  }, [store, opened])

  return desk
}

/** Places on the canvas never change a verdict. */
const matters = (now: TopologyDocument, before: TopologyDocument) =>
  now.resources !== before.resources || now.seen !== before.seen
