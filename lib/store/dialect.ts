import type { Client, InValue, ResultSet, Transaction } from '@libsql/client'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

/**
 * Kysely over @libsql/client. The published dialect (@libsql/kysely-libsql) installs a second, older client with native
 * parts of its own and does not know `timeout`.
 */
export function libsqlDialect(client: Client): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new LibsqlDriver(client),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class LibsqlDriver implements Driver {
  constructor(private readonly client: Client) {}
  async init() {}
  async acquireConnection() {
    return new LibsqlConnection(this.client)
  }
  async beginTransaction(connection: LibsqlConnection) {
    connection.transaction = await this.client.transaction('write')
  }
  async commitTransaction(connection: LibsqlConnection) {
    await connection.transaction?.commit()
    connection.transaction = undefined
  }
  async rollbackTransaction(connection: LibsqlConnection) {
    await connection.transaction?.rollback()
    connection.transaction = undefined
  }
  async releaseConnection() {}
  async destroy() {
    this.client.close()
  }
}

class LibsqlConnection implements DatabaseConnection {
  transaction: Transaction | undefined
  constructor(private readonly client: Client) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await (this.transaction ?? this.client).execute({
      sql: query.sql,
      args: query.parameters.map(argument),
    })
    return { numAffectedRows: BigInt(result.rowsAffected), rows: rowsOf<R>(result) }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('The store reads whole results, never streams.')
  }
}

// A row answers by position and by name; the tables want it as a plain object, which can also cross to the browser.
const rowsOf = <R>(result: ResultSet): R[] =>
  result.rows.map((row) => Object.fromEntries(result.columns.map((column) => [column, row[column]])) as R)

function argument(value: unknown): InValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  throw new TypeError(`A ${typeof value} cannot be stored; the tables hold text and numbers.`)
}
