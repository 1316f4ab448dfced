import { breakages } from '@/lib/trace/breakages'
import type { Breakage } from '@/lib/trace/breakages/breakage'
import { editOf } from './editOf'
import type { EditorStore, Step } from './store'

/** The breakages that the present call can be broken by, with what each would do. */
export function breakingSteps(store: EditorStore): { breakage: Breakage; step: Step }[] {
  const { document, call, trace } = store.getState()
  if (!call || !trace) return []
  return breakages.flatMap((breakage) => {
    const broken = breakage.apply(document, call, trace)
    if (!broken) return []
    const { edit } = broken
    const step: Step = {
      label: edit?.label ?? `Break: ${breakage.label}`,
      breakage: breakage.name,
      ...(edit ? { edit: editOf(document, edit.label, edit.patch) } : {}),
      ...(broken.call ? { call: { before: call, after: broken.call } } : {}),
    }
    return [{ breakage, step }]
  })
}
