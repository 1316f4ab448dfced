import type { Draft } from './draft'
import type { EditorStore } from './store'

/** Begins to draw something; what is left open is asked for. */
export function propose(store: EditorStore, draft: Draft) {
  if (store.getState().readOnly) return
  store.setState({ draft, dialog: 'draft' })
}
