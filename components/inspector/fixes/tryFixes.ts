import type { EditorStore } from '@/components/editor/store'
import type { Fix } from '@/lib/trace/trace'
import { fixStep } from './fixStep'

/** Tries changes on the drawing; where others are still needed, the view goes on to what stops the call next. */
export function tryFixes(store: EditorStore, fixes: Fix[], more: boolean): void {
  const { document, run } = store.getState()
  const step = fixStep(document, fixes)
  store.setState({ follow: more, tried: { fixes, step, document } })
  run(step)
  store.setState({ notice: 'Tried on the drawing. AWS is unchanged.' })
}
