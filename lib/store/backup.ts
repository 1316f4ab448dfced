import { access, chmod, copyFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { sql } from 'kysely'
import { AppError } from './appError'
import { copyDatabase } from './migrate'
import { runningServer } from './running'
import { databaseFile, openStore } from './store'

/** Copies the database into one file while others write. Without a file: into the data folder, named by the time. */
export async function backup(folder: string, file?: string): Promise<string> {
  if (file !== undefined && (await exists(file))) throw new AppError('badInput', `${file} exists already.`)
  const store = await openStore(folder)
  try {
    if (file === undefined) return await copyDatabase(store.db, path.join(folder, 'copies'), 'backup')
    await sql`vacuum into ${file}`.execute(store.db)
    await chmod(file, 0o600)
    return file
  } finally {
    await store.close()
  }
}

/**
 * Puts a copy in the database's place; what was there is copied first. Answers with that copy. @throws AppError while a
 * server runs on the folder, and for what is no database of Throughline
 */
export async function restore(folder: string, file: string): Promise<string> {
  const server = await runningServer(folder)
  if (server) throw new AppError('badInput', `A server runs on ${folder} (process ${server.pid}). Stop it first.`)
  await checkDatabase(file)
  const store = await openStore(folder)
  const before = await copyDatabase(store.db, path.join(folder, 'copies'), 'before-restore')
  await store.close()
  const database = databaseFile(folder)
  const incoming = `${database}.incoming`
  await copyFile(file, incoming)
  // Left beside another file, the log of the old one would be played into it.
  for (const log of ['-wal', '-shm']) await rm(`${database}${log}`, { force: true })
  await rename(incoming, database)
  // Brings an older copy to the present tables.
  await (await openStore(folder)).close()
  return before
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
