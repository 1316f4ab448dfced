import type { Desk } from './desk'
import type { EditorStore } from './store'

const rest = 120

/** Works out what mends a call that does not get through, once typing rests; only the newest trace is worth it. */
export function createMending(store: EditorStore, desk: Desk) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy = false
  let stale = false
  let gone = false

  const run = async () => {
    const { document, call, trace } = store.getState()
    if (!call || !trace || trace.verdict === 'reaches') return
    stale = busy
    if (busy) return
    busy = true
    try {
      const mended = await desk.ask('mend', document, call)
      // A newer trace has fixes of its own.
      if (!gone && store.getState().trace === trace) store.setState({ trace: mended.trace, mended })
    } catch (error) {
      // The verdict holds without its fixes; why there are none is for the developer's eyes.
      console.error(error)
    }
    busy = false
    if (stale && !gone) void run()
  }

  return {
    /** A verdict has come. */
    after() {
      clearTimeout(timer)
      timer = setTimeout(() => void run(), rest)
    },
    close() {
      gone = true
      clearTimeout(timer)
    },
  }
}
