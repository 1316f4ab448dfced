import type { Shelf, Unsaved } from './autosave'
import type { Step } from './store'

/** Unacknowledged edits of one topology in one tab, kept over a reload. */
export function tabShelf(id: string): Shelf {
  const key = `throughline.unsaved.${id}`
  return {
    read() {
      const text = sessionStorage.getItem(key)
      return text === null ? undefined : (JSON.parse(text) as Unsaved)
    },
    write(unsaved) {
      if (unsaved === undefined) sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, JSON.stringify(unsaved))
    },
  }
}

interface Steps {
  past: Step[]
  future: Step[]
}

const stepsKey = (id: string) => `throughline.steps.${id}`
const kept = 50

/** What can be undone, kept over a reload of this tab. */
export function keepSteps(id: string, revision: number, { past, future }: Steps) {
  const text = JSON.stringify({ revision, past: past.slice(-kept), future: future.slice(-kept) })
  sessionStorage.setItem(stepsKey(id), text)
}

/** Steps fit only the revision they were made on: after anybody else's edit there are none. */
export function takeSteps(id: string, revision: number): Steps | undefined {
  const text = sessionStorage.getItem(stepsKey(id))
  if (text === null) return undefined
  sessionStorage.removeItem(stepsKey(id))
  const { revision: at, past, future }: Steps & { revision: number } = JSON.parse(text)
  return at === revision ? { past, future } : undefined
}
