import { useEffect, useRef } from 'react'
import { selectDeciding } from './actions'
import { createDesk, type Desk } from './desk'
import type { EditorState, EditorStore } from './store'

/** Traces in a worker on every change of the document or the call; only the newest question waits for its turn. */
export function useTracing(store: EditorStore): { current: Desk | undefined } {
  const desk = useRef<Desk>(undefined)

  useEffect(() => {
    const worker = new Worker(new URL('./trace.worker.ts', import.meta.url), { type: 'module' })
    const line = createDesk(worker)
    desk.current = line
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
      if (!gone && opened && !store.getState().call) store.setState(opened)
    }

    const stop = store.subscribe((now, before) => {
      if (now.call !== before.call || matters(now, before)) void run()
    })
    if (!store.getState().call) void open()
    else if (!store.getState().trace) void run()
    return () => {
      gone = true
      stop()
      line.close()
    }
  }, [store])

  return desk
}

/** Places on the canvas never change a verdict. */
const matters = (now: EditorState, before: EditorState) =>
  now.document.resources !== before.document.resources || now.document.seen !== before.document.seen
