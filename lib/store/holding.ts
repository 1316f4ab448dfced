import { holdsOf } from '@/lib/explain/identifiers'
import type { Store } from './store'
import { readStored } from './topologies'

export interface Holding {
  id: string
  name: string
  /** How many of the identifiers it holds; an address counts half. */
  holds: number
}

/** Identifiers by which a search begins; a paste that names more is found by these. */
const searchedMax = 40

/** At most so many are offered. */
const offeredMax = 5

/** The topologies that hold most of some ids, names and addresses, best first. Nothing of the question is kept. */
export async function topologiesHolding(store: Store, identifiers: readonly string[]): Promise<Holding[]> {
  const searched = identifiers.slice(0, searchedMax)
  if (searched.length === 0) return []
  const rows = await store.db
    .selectFrom('topology')
    .select(['id', 'name', 'document'])
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or(searched.map((word) => eb(eb.fn('lower', ['document']), 'like', `%${word}%`))))
    .orderBy('updated_at', 'desc')
    .execute()
  return rows
    .map(({ id, name, document }) => ({ id, name, holds: holdsOf(readStored(document).document, identifiers) }))
    .filter(({ holds }) => holds > 0)
    .sort((a, b) => b.holds - a.holds)
    .slice(0, offeredMax)
}
