import type { TopologyDocument } from '@/lib/topology/document'
import type { Operation } from '@/lib/topology/patch'
import { pointer, valueAt } from '@/lib/topology/pointer'
import { referrersOf } from '@/lib/topology/references'
import { idsInText, idsOfText } from '@/lib/topology/text'
import { type Offer, refuse } from './change'

/** A logical id is named anew wherever it stands: references, `${…}` in texts, its place, what was accepted about it. */
export function renameId(document: TopologyDocument, id: string, next: string): Offer {
  const resource = document.resources[id]
  if (!resource) return refuse(`There is no resource ${id}.`)
  if (next === id) return refuse(`The logical id is ${id} already.`)
  if (document.resources[next]) return refuse(`There is a resource ${next} already.`)
  if (!/^[^\s${}]+$/.test(next)) return refuse('A logical id has no spaces, no braces and no dollar sign.')
  const patch: Operation[] = []
  for (const [from, { path }] of referrersOf(document, id))
    patch.push({ op: 'replace', path: `${pointer(['resources', from])}${path}`, value: next })
  for (const [from, other] of Object.entries(document.resources)) {
    const paths = new Set(idsInText(other).flatMap((text) => (text.id === id ? [text.path] : [])))
    for (const path of paths) {
      const at = `${pointer(['resources', from])}${path}`
      patch.push({ op: 'replace', path: at, value: retold(String(valueAt(document, at)), id, next) })
    }
  }
  patch.push({ op: 'move', from: pointer(['resources', id]), path: pointer(['resources', next]) })
  if (document.layout[id]) patch.push({ op: 'move', from: pointer(['layout', id]), path: pointer(['layout', next]) })
  patch.push(...looseMentions(document, id, next))
  return { ok: true, change: { label: `Rename ${id} to ${next}`, patch }, selects: [next] }
}

/** What names a resource without being a field of one. */
function looseMentions(document: TopologyDocument, id: string, next: string): Operation[] {
  const seen = (document.seen ?? []).flatMap(({ account }, n): Operation[] =>
    account === id ? [{ op: 'replace', path: pointer(['seen', n, 'account']), value: next }] : [],
  )
  const accepted = (document.suppressed ?? []).flatMap(({ resource }, n): Operation[] =>
    resource === id ? [{ op: 'replace', path: pointer(['suppressed', n, 'resource']), value: next }] : [],
  )
  return [...seen, ...accepted]
}

/** A text with its tokens of one resource renamed. */
export function retold(text: string, id: string, next: string): string {
  return idsOfText(text)
    .filter((token) => token.id === id)
    .toReversed()
    .reduce((left, { field, at, length }) => `${left.slice(0, at)}\${${next}.${field}}${left.slice(at + length)}`, text)
}
