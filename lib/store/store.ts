import { chmod, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { Kysely, type Transaction } from 'kysely'
import { libsqlDialect } from './dialect'
import { type MigrationReport, migrateStore } from './migrate'
import type { Tables } from './schema'

export interface Store {
  db: Kysely<Tables>
  /** Where the database, its copies and the secrets live. */
  folder: string
  migrated: MigrationReport
  /** Runs one write transaction after the other: a second one in the same process would block the event loop. */
  write: <T>(work: (trx: Transaction<Tables>) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

export const databaseFile = (folder: string): string => path.join(folder, 'throughline.db')

/** Opens the database of a data folder, made where there is none, and brings its tables up to date. */
export async function openStore(folder: string): Promise<Store> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = databaseFile(folder)
  // The client keeps a pool: only `timeout` reaches each connection, a busy_timeout pragma only one of them. WAL is
  // stored in the file.
  const client = createClient({ url: `file:${file}`, timeout: 5000 })
  await client.execute('pragma journal_mode = wal')
  await chmod(file, 0o600)
  const db = new Kysely<Tables>({ dialect: libsqlDialect(client) })
  const migrated = await migrateStore(db, path.join(folder, 'copies'))
  return { db, folder, migrated, write: queue(db), close: () => db.destroy() }
}

function queue(db: Kysely<Tables>): Store['write'] {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(() => db.transaction().execute(work))
    // The next write waits for this one whether it succeeds or not; its own caller hears of the failure.
    last = next.catch(() => undefined)
    return next
  }
}
