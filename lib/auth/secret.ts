import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** What signs the sessions: `NEXTAUTH_SECRET`, else a file of mode 600 in the data folder, made on the first call. */
export async function sessionSecret(folder: string): Promise<string> {
  const given = process.env.NEXTAUTH_SECRET
  if (given) return given
  const file = path.join(folder, 'session-secret')
  try {
    // wx: of two processes that start at once, one writes and both read the same.
    await writeFile(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFile(file, 'utf8')
}
