import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeLink } from '@/lib/auth/links'
import { ownerName, ownerOf } from '@/lib/auth/people'
import type { Store } from '@/lib/store/store'
import type { Settings } from './settings'

/** The lines that end a start; the last one is the link. */
export async function closingLines(store: Store, settings: Settings, port: number): Promise<string[]> {
  // With PORT=0 the system has chosen one.
  const base = settings.publicUrl.replace(/:0$/, `:${port}`)
  if (!settings.loopback) return [`Sign in as ${ownerName} with the password.`, base]
  const link = `${base}/signin#link=${await makeLink(store, await ownerOf(store))}`
  if (process.stdout.isTTY) return ['This link signs you in, once, for ten minutes:', link]
  // What is no terminal is a file or a collector of logs: no key belongs there.
  const file = path.join(settings.data, 'sign-in-link')
  await rm(file, { force: true })
  await writeFile(file, `${link}\n`, { mode: 0o600 })
  return [`The link that signs in, once, for ten minutes, is in ${file}`, base]
}
