import type { EditorStore } from '@/components/editor/store'
import type { Findings } from '@/lib/findings/findings'
import type { TopologyDocument } from '@/lib/topology/document'
import { today } from './acceptance'

export interface LookAt {
  document: TopologyDocument
  day: string
}

export interface Looked {
  titles: [string, string][]
  findings?: Findings
  failed?: string
}

/** Titles of the rules by id; the worker brings them along, so that the page need not carry the rules. */
export const titles = new Map<string, string>()

/** Longer than between two keystrokes: nobody reads findings while typing. */
const rest = 250

/** Lets the rules look at the topology whenever it changes, in a worker of their own. Ends with the returned call. */
export function review(store: EditorStore): () => void {
  const worker = new Worker(new URL('./findings.worker.ts', import.meta.url), { type: 'module' })
  let busy = false
  let stale = false
  let timer: ReturnType<typeof setTimeout> | undefined
  worker.addEventListener('message', ({ data }: MessageEvent<Looked>) => {
    for (const [id, title] of data.titles) titles.set(id, title)
    if (data.findings) show(store, data.findings)
    else store.setState({ notice: `The rules could not look at the topology: ${data.failed}` })
    busy = false
    if (stale) look()
  })
  // Only the newest document waits for its turn.
  const look = () => {
    stale = busy
    if (busy) return
    busy = true
    worker.postMessage({ document: store.getState().document, day: today() } satisfies LookAt)
  }
  look()
  const stop = store.subscribe((now, before) => {
    if (!matters(now.document, before.document)) return
    clearTimeout(timer)
    timer = setTimeout(look, rest)
  })
  return () => {
    clearTimeout(timer)
    stop()
    worker.terminate()
  }
}

/** What is opened stays open while it is found. */
function show(store: EditorStore, findings: Findings) {
  const { finding } = store.getState()
  const again =
    finding &&
    findings.findings.find(
      ({ rule, resource, path, reason }) =>
        rule === finding.rule && resource === finding.resource && path === finding.path && reason === finding.reason,
    )
  const none = findings.findings.length + findings.suppressed.length === 0
  store.setState({ findings, finding: again, ...(none ? { left: 'outline' } : {}) })
}

/** Places on the canvas change no finding. */
const matters = (now: TopologyDocument, before: TopologyDocument) =>
  now.resources !== before.resources || now.seen !== before.seen || now.suppressed !== before.suppressed
