import type { Change } from '@/lib/edit/change'
import { editOf } from './editOf'
import type { EditorStore } from './store'

/** Makes a change of the document: one named step, traced at once. */
export function make(store: EditorStore, change: Change | undefined, selects?: string) {
  const { document, run, select, readOnly } = store.getState()
  if (readOnly || !change || change.patch.length === 0) return
  run({ label: change.label, edit: editOf(document, change.label, change.patch) })
  if (selects !== undefined) select(selects)
  store.setState({ changed: change.label })
}
