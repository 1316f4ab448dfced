import type { Shelf, Unsaved } from './autosave'

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
