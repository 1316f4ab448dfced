import { access, chmod, copyFile, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { sql } from 'kysely'
import { AppError } from './appError'
import { databaseFile, embedded } from './engines/embedded'
import { runningServer } from './running'
import { databaseUrl, openStore } from './store'

/** Copies the database into one file while others write. Without a file: into the data folder, named by the time. */
export async function backup(folder: string, file?: string): Promise<string> {
  if (file !== undefined && (await exists(file))) throw new AppError('badInput', `${file} exists already.`)
  ofFileAlone('pg_dump')
  if (!(await exists(databaseFile(folder)))) throw new AppError('notFound', `${folder} has no database yet.`)
  const { db, copy } = await embedded(folder)
  try {
    if (file === undefined) return await copy('backup')
    await sql`vacuum into ${file}`.execute(db)
    await chmod(file, 0o600)
    return file
  } finally {
    await db.destroy()
  }
}

/**
 * Puts a copy in the database's place; what was there is copied first. Answers with that copy, if there was anything.
 * @throws AppError while a server runs on the folder, and for what is no database of Throughline
 */
export async function restore(folder: string, file: string): Promise<string | undefined> {
  ofFileAlone('pg_restore')
  const server = await runningServer(folder)
  if (server) throw new AppError('badInput', `A server runs on ${folder} (process ${server.pid}). Stop it first.`)
  await checkDatabase(file)
  const database = databaseFile(folder)
  const before = (await exists(database)) ? await copyOf(folder) : undefined
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const incoming = `${database}.incoming`
  await copyFile(file, incoming)
  // Left beside another file, the log of the old one would be played into it.
  for (const log of ['-wal', '-shm']) await rm(`${database}${log}`, { force: true })
  await rename(incoming, database)
  // Brings an older copy to the present tables.
  await (await openStore(folder)).close()
  return before
}

async function copyOf(folder: string): Promise<string> {
  const { db, copy } = await embedded(folder)
  try {
    return await copy('before-restore')
  } finally {
    await db.destroy()
  }
}

// PostgreSQL has tools of its own for this, which know its server.
function ofFileAlone(tool: string) {
  if (databaseUrl() !== undefined)
    throw new AppError('badInput', `DATABASE_URL is set, so the topologies are on PostgreSQL: use ${tool}.`)
}

async function checkDatabase(file: string): Promise<void> {
  if (!(await exists(file))) throw new AppError('badInput', `${file}: there is no such file.`)
  const client = createClient({ url: `file:${path.resolve(file)}` })
  try {
    const { rows } = await client.execute('select name from migration')
    if (rows.length > 0) return
  } catch {
    // Not SQLite, or without our tables: said below either way.
  } finally {
    client.close()
  }
  throw new AppError('badInput', `${file} is no database of Throughline.`)
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )
