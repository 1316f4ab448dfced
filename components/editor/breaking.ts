import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Edit, type Operation, type Patch } from '@/lib/topology/patch'
import { valueAt } from '@/lib/topology/pointer'
import { breakages } from '@/lib/trace/breakages'
import type { Breakage } from '@/lib/trace/breakages/breakage'
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

/** A patch with the way back. */
export function editOf(document: TopologyDocument, label: string, patch: Patch): Edit {
  const inverse: Patch = []
  let before = document
  for (const operation of patch) {
    inverse.unshift(...inverseOf(before, operation))
    before = applyPatch(before, [operation])
  }
  return { label, patch, inverse, source: 'user' }
}

function inverseOf(before: unknown, operation: Operation): Patch {
  const { path } = operation
  const old = valueAt(before, path)
  switch (operation.op) {
    case 'test':
      return []
    case 'remove':
      return [{ op: 'add', path, value: old }]
    case 'replace':
      return [{ op: 'replace', path, value: old }]
    case 'add':
    case 'copy':
      // In a list an addition moves what stood there; in an object it takes its place.
      return old === undefined || isListEntry(before, path)
        ? [{ op: 'remove', path }]
        : [{ op: 'replace', path, value: old }]
    case 'move':
      return [{ op: 'move', from: path, path: operation.from }]
  }
}

const isListEntry = (root: unknown, path: string) => Array.isArray(valueAt(root, path.slice(0, path.lastIndexOf('/'))))
