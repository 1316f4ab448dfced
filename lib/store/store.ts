import { mkdir } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { embedded } from './engines/embedded'
import type { Engine } from './engines/engine'
import { postgres } from './engines/postgres'
import { type MigrationReport, migrateStore } from './migrate'
import type { Tables } from './schema'

export interface Store {
  db: Kysely<Tables>
  /** Where the secrets live, and the embedded database with its copies. */
  folder: string
  migrated: MigrationReport
  write: Engine['write']
  close: () => Promise<void>
}

/** The address of a PostgreSQL server, where one is to be used. */
export const databaseUrl = (env: Readonly<Record<string, string | undefined>> = process.env): string | undefined =>
  env.DATABASE_URL || undefined

/**
 * Opens the database, made where there is none, and brings its tables up to date: the file of the data folder, or the
 * PostgreSQL server of `DATABASE_URL`.
 */
export async function openStore(folder: string, url = databaseUrl()): Promise<Store> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const engine = url === undefined ? await embedded(folder) : postgres(url)
  try {
    const migrated = await migrateStore(engine)
    return { db: engine.db, folder, migrated, write: engine.write, close: () => engine.db.destroy() }
  } catch (error) {
    await engine.db.destroy()
    throw error
  }
}
