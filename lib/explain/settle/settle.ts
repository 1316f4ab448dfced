import { VantageError, vantageOf } from '@/lib/network/vantage'
import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { type Edit, equal } from '@/lib/topology/patch'
import { covers } from '@/lib/topology/pointer'
import { produceEdit } from '@/lib/topology/produce'
import { callsIn } from '../calls'
import { secretsIn, without } from '../secrets'
import type { Seen } from '../seen/seen'
import { addressFacts } from './address'
import { type Fact, type Place, placeOf } from './fact'
import { nameFacts } from './names'

export type Settled = { ok: true; edit: Edit; says: string[] } | { ok: false; says: string }

/**
 * What pasted output of nslookup, dig or `curl -v` says of the place it was run at: the names it resolves and to what,
 * its own address, whether it gets out to the internet. One edit of that vantage, stated by whoever ran the command;
 * `on` is the day on which that was.
 */
export function settle(doc: TopologyDocument, vantage: string, pasted: string, on?: string): Settled {
  const place = placeIn(doc, vantage)
  if (typeof place === 'string') return { ok: false, says: place }
  const calls = callsIn(pasted)
  if (!calls.some(shows))
    return {
      ok: false,
      says: 'Nothing here is output of nslookup, dig or curl -v: no name was asked for, no address tried.',
    }
  const facts = calls.flatMap((seen) => [...nameFacts(doc, place, seen), ...addressFacts(doc, place, seen)])
  const changes = facts.flatMap((fact) => ('change' in fact ? [fact] : []))
  if (changes.length === 0) return without({ ok: false, says: reasonsOf(facts) }, secretsIn(pasted))
  const day = on === undefined ? '' : `, as run on ${on}`
  const { document, edit } = produceEdit(doc, `${vantage}: what its own commands show${day}`, (draft) => {
    for (const { change } of changes) change(draft)
    for (const { settles } of changes) forget(draft.resources[settles.resource], settles.path)
  })
  if (equal(document, doc)) return { ok: false, says: 'The topology says all of this already.' }
  return without({ ok: true, edit, says: facts.map((fact) => fact.says) }, secretsIn(pasted))
}

function placeIn(doc: TopologyDocument, vantage: string): Place | string {
  try {
    const { resource } = vantageOf(doc, vantage)
    return (
      placeOf(doc, resource) ??
      `"${vantage}" is no place that holds settings of its own: draw a client there, and settle that.`
    )
  } catch (error) {
    if (error instanceof VantageError) return error.message
    throw error
  }
}

const shows = (seen: Seen): boolean => seen.lookups.length > 0 || seen.addresses.length > 0 || seen.sort === 'dns'

const reasonsOf = (facts: readonly Fact[]): string =>
  facts.length === 0
    ? 'The output shows nothing that a vantage could hold.'
    : [...new Set(facts.map((fact) => fact.says))].join(' ')

/** A fact that somebody has shown is no longer missing. */
function forget(resource: Resource | undefined, path: string): void {
  if (!resource?.notVisible) return
  const left = resource.notVisible.filter((hole) => hole.path === '' || !covers(hole.path, path))
  if (left.length === resource.notVisible.length) return
  if (left.length > 0) resource.notVisible = left
  else delete resource.notVisible
}
