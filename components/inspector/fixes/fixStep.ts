import { editOf } from '@/components/editor/editOf'
import type { Step } from '@/components/editor/store'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Fix } from '@/lib/trace/trace'

/** One step that tries changes on the drawing, in their order: a later one may stand on an earlier. */
export function fixStep(document: TopologyDocument, fixes: Fix[]): Step {
  const [first] = fixes
  const label = `Fix: ${fixes.length === 1 && first ? first.label : `${fixes.length} changes`}`
  const patch = fixes.flatMap((fix) => fix.patch ?? [])
  return { label, edit: { ...editOf(document, label, patch), source: 'fix' } }
}
