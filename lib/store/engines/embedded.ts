import { chmod, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { Kysely, sql } from 'kysely'
import { libsqlDialect } from '../dialect'
import type { Tables } from '../schema'
import type { Engine } from './engine'

export const databaseFile = (folder: string): string => path.join(folder, 'throughline.db')

/** The database in one file of the data folder. */
export async function embedded(folder: string): Promise<Engine> {
  const file = databaseFile(folder)
  // The client keeps a pool: only `timeout` reaches each connection, a busy_timeout pragma only one of them. WAL is
  // stored in the file.
  const client = createClient({ url: `file:${file}`, timeout: 5000 })
  await client.execute('pragma journal_mode = wal')
  await chmod(file, 0o600)
  const db = new Kysely<Tables>({ dialect: libsqlDialect(client) })
  return {
    db,
    write: queue(db),
    lockMigrations: async () => {},
    copy: (name) => copyFileOf(db, path.join(folder, 'copies'), name),
  }
}

/** One write transaction after the other: a second one in the same process would block the event loop. */
function queue(db: Kysely<Tables>): Engine['write'] {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(() => db.transaction().execute(work))
    // The next write waits for this one whether it succeeds or not; its own caller hears of the failure.
    last = next.catch(() => undefined)
    return next
  }
}

/** A consistent copy of the database in one file, while others write. */
async function copyFileOf(db: Kysely<Tables>, folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, `${name}-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.db`)
  await sql`vacuum into ${file}`.execute(db)
  await chmod(file, 0o600)
  return file
}
