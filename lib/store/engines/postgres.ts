import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Tables } from '../schema'
import type { Engine } from './engine'

/** Any number that no other program takes for its own lock in this database. */
const migrationLock = 7_468_265_001

const attemptsMax = 10

/** A PostgreSQL server, for a team. Several servers of the product may share it. */
export function postgres(url: string): Engine {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000 })
  // A connection that dies while idle is replaced by the next query; unheard, the event would end the process.
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    write: (work) => again(() => db.transaction().setIsolationLevel('serializable').execute(work)),
    lockMigrations: async (trx) => void (await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(trx)),
    copy: (name) => copySchema(db, name),
  }
}

/**
 * Runs a transaction again that lost against another one, as PostgreSQL asks for
 * (https://www.postgresql.org/docs/15/transaction-iso.html#XACT-SERIALIZABLE).
 */
async function again<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      const lost = error instanceof pg.DatabaseError && (error.code === '40001' || error.code === '40P01')
      if (!lost || attempt === attemptsMax) throw error
    }
  }
}

/** The tables once more, in a schema of their own beside the present ones. */
async function copySchema(db: Kysely<Tables>, name: string): Promise<string> {
  const schema = `${name}-${new Date().toISOString()}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(db)
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await sql`create schema ${sql.id(schema)}`.execute(trx)
      for (const table of tables.rows)
        await sql`create table ${sql.id(schema, table.name)} as table ${sql.id(table.name)}`.execute(trx)
    })
  return `schema ${schema}`
}
