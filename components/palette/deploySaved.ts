import { make } from '@/components/editor/make'
import type { EditorStore } from '@/components/editor/store'
import { deployment } from '@/lib/edit/deployment'
import { resourcesOf } from '@/lib/topology/document'

/** Deploys the chosen API, or every one whose stages serve something else than what is saved. */
export function deploySaved(store: EditorStore) {
  const { document, selected } = store.getState()
  const apis = resourcesOf(document, 'restApi').map(([id]) => id)
  const wanted = selected !== undefined && apis.includes(selected) ? [selected] : apis
  const waiting = wanted.flatMap((id) => deployment(document, id) ?? [])
  const [first] = waiting
  if (!first) return store.setState({ notice: 'Every stage serves what is saved.' })
  const label = waiting.length === 1 ? first.label : `Deploy ${waiting.length} APIs`
  make(store, { label, patch: waiting.flatMap(({ patch }) => patch) })
}
