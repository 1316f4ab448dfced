import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Edit } from '@/lib/topology/patch'

/** What the title line says about the last edit. */
export type Save =
  | { word: 'saved'; at?: Date }
  | { word: 'saving' }
  | { word: 'offline' }
  | { word: 'stale' }
  | { word: 'refused'; says: string }

/** What the server answered to a batch of edits. */
export type Answer =
  | { kept: true; revision: number }
  | { kept: false; because: 'stale' }
  | { kept: false; because: 'refused'; says: string }

/**
 * Edits that no answer has acknowledged yet, written down so that a reload finds them. The first `batch` of them were
 * sent together: should their answer be lost, the server knows them again only when they come as they came before.
 */
export interface Unsaved {
  revision: number
  batch: number
  edits: Edit[]
}

export interface Shelf {
  read(): Unsaved | undefined
  write(unsaved: Unsaved | undefined): void
}

interface Parts {
  revision: number
  send(revision: number, edits: Edit[]): Promise<Answer>
  shelf: Shelf
  says(save: Save): void
  now(): Date
  later(run: () => void, ms: number): void
}

const gather = 250
const again = 4_000

/**
 * Sends edits in order, one batch at a time. An edit stays on the shelf until the server has acknowledged it; a batch
 * that got no answer is sent again as it was.
 */
export function createAutosave({ revision: stored, send, shelf, says, now, later }: Parts) {
  const found = shelf.read()
  let revision = found?.revision ?? stored
  let edits: Edit[] = found?.edits ?? []
  let batch = found?.batch ?? 0
  let onTheWay = false
  let halted = false
  let planned = false

  const write = () => shelf.write(edits.length > 0 ? { revision, batch, edits } : undefined)

  const plan = (ms: number) => {
    if (planned || halted) return
    planned = true
    later(() => {
      planned = false
      void flush()
    }, ms)
  }

  async function flush(): Promise<void> {
    if (halted || onTheWay || edits.length === 0) return
    if (batch === 0) batch = edits.length
    onTheWay = true
    write()
    says({ word: 'saving' })
    const answer = await send(revision, edits.slice(0, batch)).catch(() => undefined)
    onTheWay = false
    if (answer === undefined) {
      says({ word: 'offline' })
      plan(again)
    } else if (answer.kept) {
      // A late answer to edits of before a reload says less than what the page was opened with.
      revision = Math.max(answer.revision, stored)
      edits = edits.slice(batch)
      batch = 0
      write()
      if (edits.length > 0) plan(0)
      else says({ word: 'saved', at: now() })
    } else {
      halted = true
      // What the server will not take is not tried again after a reload.
      shelf.write(undefined)
      says(answer.because === 'stale' ? { word: 'stale' } : { word: 'refused', says: answer.says })
    }
  }

  if (edits.length > 0) plan(0)

  return {
    add(edit: Edit) {
      if (halted) return
      edits = [...edits, edit]
      write()
      says({ word: 'saving' })
      plan(gather)
    },
    /** Sends at once: the page is about to be hidden, or the network came back. */
    flush,
    /** True while something is not acknowledged. */
    pending: () => edits.length > 0,
    /** What the server has acknowledged. */
    revision: () => revision,
  }
}

export type Autosave = ReturnType<typeof createAutosave>

/**
 * The document with the edits that a reload found unacknowledged. Undefined where the server is on another revision
 * already: it either holds them (its answer was lost) or somebody else saved; sending them tells which.
 */
export function replay(document: TopologyDocument, revision: number, unsaved: Unsaved): TopologyDocument | undefined {
  if (unsaved.revision !== revision) return undefined
  return unsaved.edits.reduce((doc, edit) => applyPatch(doc, edit.patch), document)
}
