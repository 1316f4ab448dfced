import type { Kysely } from 'kysely'
import type { Tables } from '../schema'
import { firstTables } from './firstTables'

export interface StoreMigration {
  name: string
  /** Names its tables and columns itself: it sees those of its own day, not today's `Tables`. */
  up: (db: Kysely<Tables>) => Promise<void>
}

/** In order; one that has been released is never changed. */
export const storeMigrations: StoreMigration[] = [{ name: '001-first-tables', up: firstTables }]
