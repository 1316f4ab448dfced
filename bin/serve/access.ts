import { anyPassword, ownerOf, setPassword } from '@/lib/auth/people'
import { AppError } from '@/lib/store/appError'
import type { Store } from '@/lib/store/store'
import { askNewPassword } from '../terminal/askHidden'
import { SettingError, type Settings } from './settings'

/** Before other hosts can connect, somebody must have a password. @throws SettingError where there is none to ask for */
export async function guardOtherHosts(store: Store, settings: Settings): Promise<void> {
  if (settings.loopback) return
  if (!settings.publicUrl.startsWith('https://'))
    process.stderr.write(
      `HOST is ${settings.host}: others can connect, and without https passwords and sessions cross the network readable.\n` +
        'Put a proxy that ends TLS in front and set THROUGHLINE_URL to its https address.\n',
    )
  if (await anyPassword(store)) return
  if (!process.stdin.isTTY)
    throw new SettingError(
      `HOST is ${settings.host}, so others can connect, and no password is set. Set one first: bin/throughline passwd`,
    )
  process.stderr.write(`HOST is ${settings.host}, so others can connect, and no password is set yet.\n`)
  const owner = await ownerOf(store)
  for (;;) {
    const password = await askNewPassword(owner.name)
    if (password === undefined) throw new SettingError('No password was set, so the server does not start.')
    try {
      return await setPassword(store, owner, password)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      process.stderr.write(`${error.message}\n`)
    }
  }
}
