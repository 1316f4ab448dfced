import type { Hop } from '@/lib/trace/trace'
import { editOf } from './editOf'
import { decidingHop, hopOf } from './hops'
import { type EditorStore, type Tab, tabs } from './store'

/** What keys, menus and the palette do to the store. */

export const selectHop = (store: EditorStore, hop: Hop) => store.getState().select(hop.resource, hop.n)

/** Selects a resource; where the call passes it, its hop comes along. */
export function selectResource(store: EditorStore, resource: string | undefined, n?: number) {
  const hop = hopOf(store.getState().trace, resource, n)
  store.getState().select(resource, hop?.n)
}

export function selectDeciding(store: EditorStore) {
  const hop = decidingHop(store.getState().trace)
  if (!hop) return
  selectHop(store, hop)
  store.getState().setTab('overview')
}

export function walkHops(store: EditorStore, step: 1 | -1) {
  const { trace, hop } = store.getState()
  if (!trace) return
  const at = trace.hops.findIndex((each) => each.n === hop)
  const next = trace.hops[at < 0 ? 0 : Math.max(0, Math.min(trace.hops.length - 1, at + step))]
  if (next) selectHop(store, next)
}

/** A field that evidence names: policies have a tab of their own, everything else stands under the facts. */
export function openField(store: EditorStore, resource: string, path: string) {
  selectResource(store, resource)
  const tab: Tab = /policy/i.test(path) ? 'policies' : /^\/(resources|deployments)/.test(path) ? 'methods' : 'overview'
  store.getState().setTab(tab)
}

export const openTab = (store: EditorStore, n: number) => {
  const tab = tabs[n - 1]
  if (tab) store.getState().setTab(tab)
}

export function renameTo(store: EditorStore, name: string) {
  const { document, run } = store.getState()
  const edit = editOf(document, `Rename to ${name}`, [{ op: 'replace', path: '/name', value: name }])
  run({ label: edit.label, edit })
}
