import { useEffect, useRef } from 'react'
import type { Invocation } from '@/lib/invocation/invocation'
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

    // A drawing that begins without any call shows the one that it opens on, until a person asks for their own.
    const { call, trace, document } = store.getState()
    let opening: Invocation | undefined
    const follows = () => call === undefined && store.getState().call === opening
    let asking = false
    const open = async () => {
      if (asking) return
      asking = true
      const { document, asked } = store.getState()
      const found = await line.ask('open', document, asked)
      asking = false
      if (gone || !follows()) return
      opening = found?.call
      store.setState(found ?? { call: undefined, trace: undefined })
      mending.after()
      if (matters(store.getState().document, document)) void open()
    }

    const stop = store.subscribe((now, before) => {
      const changed = matters(now.document, before.document)
      if (follows()) {
        if (changed) void open()
      } else if (now.call !== before.call || changed) void run()
    })
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
