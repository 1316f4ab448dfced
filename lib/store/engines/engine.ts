import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../schema'

/** One of the two databases. The tables and the queries are the same on both. */
export interface Engine {
  db: Kysely<Tables>
  /** Runs a write transaction that sees no half-done work of another. */
  write: <T>(work: (trx: Transaction<Tables>) => Promise<T>) => Promise<T>
  /** Keeps other processes from migrating until the transaction ends; SQLite's write transactions do so by themselves. */
  lockMigrations: (trx: Transaction<Tables>) => Promise<void>
  /** Copies everything as it is now, and says where the copy is. */
  copy: (name: string) => Promise<string>
}
