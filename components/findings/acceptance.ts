import type { TopologyDocument } from '@/lib/topology/document'
import type { Patch } from '@/lib/topology/patch'

export type Acceptance = NonNullable<TopologyDocument['suppressed']>[number]

/** Whose remark about what: an acceptance holds for all remarks of one rule on one resource. */
type Accepted = Pick<Acceptance, 'rule' | 'resource'>

/** The change that accepts; an older acceptance of the same gives way. */
export function accepting(document: TopologyDocument, entry: Acceptance): Patch {
  const others = (document.suppressed ?? []).filter((each) => !isSame(each, entry))
  return [{ op: document.suppressed ? 'replace' : 'add', path: '/suppressed', value: [...others, entry] }]
}

/** The change that makes it count again. */
export function recounting(document: TopologyDocument, entry: Accepted): Patch {
  const left = (document.suppressed ?? []).filter((each) => !isSame(each, entry))
  return left.length === 0
    ? [{ op: 'remove', path: '/suppressed' }]
    : [{ op: 'replace', path: '/suppressed', value: left }]
}

/** The acceptance whose last day is past: the finding counts again, and the panel says why. */
export const endedOf = (document: TopologyDocument, of: Accepted, day: string): Acceptance | undefined =>
  document.suppressed?.find((each) => isSame(each, of) && each.until !== undefined && each.until < day)

const isSame = (a: Accepted, b: Accepted) => a.rule === b.rule && a.resource === b.resource

/** A day some days later, both written YYYY-MM-DD. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The day on this machine, YYYY-MM-DD. */
export const today = (): string => new Date().toLocaleDateString('en-CA')
