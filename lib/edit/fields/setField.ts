import type { TopologyDocument } from '@/lib/topology/document'
import { equal, type Operation } from '@/lib/topology/patch'
import { covers, pointer, valueAt } from '@/lib/topology/pointer'
import type { Change } from '../change'
import { titleOf } from '../titleOf'
import { fieldTitle } from './fieldTitle'

/**
 * A field of a resource set, or taken away with `undefined`. What a person enters is known: an entry that said it is not
 * visible goes. An entry of a list is taken away by its number.
 */
export function setField(
  document: TopologyDocument,
  id: string,
  path: readonly (string | number)[],
  value: unknown,
): Change | undefined {
  const resource = document.resources[id]
  const inside = pointer(path)
  const at = `${pointer(['resources', id])}${inside}`
  const before = valueAt(document, at)
  if (!resource || (before === undefined && value === undefined) || (value !== undefined && equal(before, value)))
    return undefined
  const patch: Operation[] = [
    value === undefined
      ? { op: 'remove', path: at }
      : before === undefined
        ? { op: 'add', path: at, value }
        : { op: 'replace', path: at, value },
  ]
  const holes = resource.notVisible ?? []
  const left = holes.filter((hole) => !covers(inside, hole.path))
  if (left.length < holes.length)
    patch.push({ op: 'replace', path: pointer(['resources', id, 'notVisible']), value: left })
  const names = path.filter((key): key is string => typeof key === 'string')
  const title = fieldTitle(names.at(-1) ?? '')
  const of = titleOf(document, id)
  if (value === undefined) return { label: `Take ${title} from ${of}`, patch }
  return { label: `Set ${title} of ${of}${typeof value === 'object' ? '' : ` to ${said(value)}`}`, patch }
}

const said = (value: unknown) => {
  const text = value === true ? 'yes' : value === false ? 'no' : String(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
