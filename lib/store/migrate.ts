import { sql } from 'kysely'
import type { Engine } from './engines/engine'
import { type StoreMigration, storeMigrations } from './migrations'

export interface MigrationReport {
  applied: string[]
  /** Copies of the database as it was before each step. */
  copies: string[]
}

/** Brings the database to the present tables, each step in one transaction, with a copy of everything before it. */
export async function migrateStore(
  engine: Engine,
  steps: StoreMigration[] = storeMigrations,
): Promise<MigrationReport> {
  await engine.db.transaction().execute(async (trx) => {
    await engine.lockMigrations(trx)
    await sql`create table if not exists migration (name text primary key, at text not null)`.execute(trx)
  })
  const report: MigrationReport = { applied: [], copies: [] }
  for (const step of steps) {
    const done = (await engine.db.selectFrom('migration').select('name').execute()).map((row) => row.name)
    if (done.includes(step.name)) continue
    // An empty database has nothing worth a copy.
    if (done.length > 0) report.copies.push(await engine.copy(`before-${step.name}`))
    if (await apply(engine, step)) report.applied.push(step.name)
  }
  return report
}

async function apply(engine: Engine, step: StoreMigration): Promise<boolean> {
  return engine.db.transaction().execute(async (trx) => {
    await engine.lockMigrations(trx)
    // A second process may have taken the step while this one waited for the lock.
    const done = await trx.selectFrom('migration').select('name').where('name', '=', step.name).executeTakeFirst()
    if (done) return false
    await step.up(trx)
    await trx.insertInto('migration').values({ name: step.name, at: new Date().toISOString() }).execute()
    return true
  })
}
