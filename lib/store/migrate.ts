import { chmod, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import { type StoreMigration, storeMigrations } from './migrations'
import type { Tables } from './schema'

export interface MigrationReport {
  applied: string[]
  /** Copies of the database as it was before each step. */
  copies: string[]
}

/** Brings the database to the present tables, each step in one transaction, with a copy of the file before it. */
export async function migrateStore(
  db: Kysely<Tables>,
  copies: string,
  steps: StoreMigration[] = storeMigrations,
): Promise<MigrationReport> {
  await sql`create table if not exists migration (name text primary key, at text not null)`.execute(db)
  const report: MigrationReport = { applied: [], copies: [] }
  for (const step of steps) {
    const done = (await db.selectFrom('migration').select('name').execute()).map((row) => row.name)
    if (done.includes(step.name)) continue
    // An empty database has nothing worth a copy.
    if (done.length > 0) report.copies.push(await copyDatabase(db, copies, `before-${step.name}`))
    if (await apply(db, step)) report.applied.push(step.name)
  }
  return report
}

async function apply(db: Kysely<Tables>, step: StoreMigration): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    // A second process may have taken the step while this one waited for the lock.
    const done = await trx.selectFrom('migration').select('name').where('name', '=', step.name).executeTakeFirst()
    if (done) return false
    await step.up(trx)
    await trx.insertInto('migration').values({ name: step.name, at: new Date().toISOString() }).execute()
    return true
  })
}

/** A consistent copy of the database in one file, while others write. */
export async function copyDatabase(db: Kysely<Tables>, folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, `${name}-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.db`)
  await sql`vacuum into ${file}`.execute(db)
  await chmod(file, 0o600)
  return file
}
