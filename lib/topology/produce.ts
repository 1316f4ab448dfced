import { enablePatches, type Patch as ImmerPatch, produceWithPatches } from 'immer'
import type { TopologyDocument } from './document'
import type { Edit, Operation, Patch } from './patch'
import { pointer } from './pointer'

enablePatches()

/**
 * Runs a recipe on a draft of the document and returns the changed document with the edit that leads there and back.
 * No change gives an edit with an empty patch. A key is dropped by `delete`; assigning `undefined` is refused, since
 * JSON Patch cannot say it.
 */
export function produceEdit(
  doc: TopologyDocument,
  label: string,
  recipe: (draft: TopologyDocument) => void,
  source: Edit['source'] = 'user',
): { document: TopologyDocument; edit: Edit } {
  const [document, patches, inverse] = produceWithPatches(doc, recipe)
  return { document, edit: { label, patch: toPatch(patches), inverse: toPatch(inverse), source } }
}

const toPatch = (patches: ImmerPatch[]): Patch => patches.map(toOperation)

function toOperation(patch: ImmerPatch): Operation {
  const path = pointer(patch.path)
  if (patch.op === 'remove') return { op: 'remove', path }
  if (patch.value === undefined) throw new TypeError(`${path} was set to undefined; delete the key instead`)
  return { op: patch.op, path, value: patch.value }
}
