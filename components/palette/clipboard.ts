import { config } from 'zod'
import { make } from '@/components/editor/make'
import type { EditorStore } from '@/components/editor/store'
import { copyText } from '@/components/ui/copyText'
import { withContents } from '@/lib/edit/contents'
import { clippingOf, paste, readClipping } from '@/lib/edit/duplicate'
import { applyPatch } from '@/lib/topology/patch'
import { validate } from '@/lib/topology/validate'
import { settled } from './settled'

// The page forbids code made from text, which zod's compiler would try.
config({ jitless: true })

export async function copy(store: EditorStore, ids: readonly string[]) {
  const { document } = store.getState()
  const all = ids.flatMap((id) => withContents(document, id))
  await copyText(JSON.stringify(clippingOf(document, all), null, 2))
  store.setState({ notice: all.length === 1 ? `${all[0]} is copied.` : `${all.length} resources are copied.` })
}

export function pasteText(store: EditorStore, text: string) {
  const clipping = readClipping(text)
  if (clipping) place(store, clipping)
}

/** A copy beside the original, of some resources or of the whole chain. */
export function double(store: EditorStore, ids: readonly string[] | undefined) {
  const { document } = store.getState()
  const all = ids?.flatMap((id) => withContents(document, id)) ?? Object.keys(document.resources)
  place(store, clippingOf(document, all))
}

function place(store: EditorStore, clipping: Parameters<typeof paste>[1]) {
  const { document } = store.getState()
  const offer = paste(document, clipping)
  if (!offer.ok) return store.setState({ notice: offer.why })
  const checked = validate(applyPatch(document, offer.change.patch))
  const [first] = checked.errors
  if (first) return store.setState({ notice: `The copy is no part of a topology: ${first.path} ${first.message}` })
  make(store, settled(document, offer.change), offer.selects[0])
}
