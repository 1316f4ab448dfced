import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Edit, equal, PatchError } from '@/lib/topology/patch'

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

/** Edits that no answer has acknowledged yet, written down so that a reload finds them. */
export interface Unsaved {
  revision: number
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
 * that got no answer is sent again, and the revision keeps it from being applied twice.
 */
export function createAutosave({ revision: first, send, shelf, says, now, later }: Parts) {
  let revision = first
  let waiting: Edit[] = []
  let sent: Edit[] = []
  let halted = false
  let planned = false

  const write = () =>
    shelf.write(waiting.length + sent.length > 0 ? { revision, edits: [...sent, ...waiting] } : undefined)

  const plan = (ms: number) => {
    if (planned || halted) return
    planned = true
    later(() => {
      planned = false
      void flush()
    }, ms)
  }

  async function flush(): Promise<void> {
    if (halted || sent.length > 0 || waiting.length === 0) return
    sent = waiting
    waiting = []
    says({ word: 'saving' })
    const answer = await send(revision, sent).catch(() => undefined)
    if (answer === undefined) {
      waiting = [...sent, ...waiting]
      sent = []
      says({ word: 'offline' })
      plan(again)
    } else if (answer.kept) {
      revision = answer.revision
      sent = []
      write()
      if (waiting.length > 0) plan(0)
      else says({ word: 'saved', at: now() })
    } else {
      halted = true
      says(answer.because === 'stale' ? { word: 'stale' } : { word: 'refused', says: answer.says })
    }
  }

  return {
    add(edit: Edit) {
      if (halted) return
      waiting.push(edit)
      write()
      says({ word: 'saving' })
      plan(gather)
    },
    /** Sends at once: the page is about to be hidden, or the network came back. */
    flush,
    /** True while something is not acknowledged. */
    pending: () => waiting.length + sent.length > 0,
    revision: () => revision,
  }
}

export type Autosave = ReturnType<typeof createAutosave>

/**
 * What to do with edits that a reload found on the shelf: `resend` them on this revision; `drop` them, since the
 * document already holds them; or `stale`, since somebody else has changed the document meanwhile.
 */
export function recover(
  document: TopologyDocument,
  revision: number,
  unsaved: Unsaved,
): { kind: 'resend'; document: TopologyDocument } | { kind: 'drop' } | { kind: 'stale' } {
  try {
    const replayed = unsaved.edits.reduce((doc, edit) => applyPatch(doc, edit.patch), document)
    if (unsaved.revision === revision) return { kind: 'resend', document: replayed }
    return equal(replayed, document) ? { kind: 'drop' } : { kind: 'stale' }
  } catch (error) {
    if (error instanceof PatchError) return unsaved.revision === revision ? { kind: 'drop' } : { kind: 'stale' }
    throw error
  }
}
