import type { Store } from '@/lib/store/store'
import { Attempts } from './attempts'
import { redeemLink } from './links'
import { hashPassword, verifyPassword } from './password'
import { auditRow, type Person, passwordOf, personNamed } from './people'

declare global {
  // Route handlers may be loaded more than once in a process; the count must not start anew.
  var throughlineAttempts: Attempts | undefined
}

function attempts(): Attempts {
  globalThis.throughlineAttempts ??= new Attempts()
  return globalThis.throughlineAttempts
}

/** @throws AppError `tooMany` */
export async function signInByLink(
  store: Store,
  token: string | undefined,
  address: string,
  limit = attempts(),
): Promise<Person | undefined> {
  await limit.begin(address, 'link')
  const person = token ? await redeemLink(store, token) : undefined
  return settle(store, limit, { person, address, name: 'link', by: 'link' })
}

/** @throws AppError `tooMany` */
export async function signInByPassword(
  store: Store,
  name: string | undefined,
  password: string | undefined,
  address: string,
  limit = attempts(),
): Promise<Person | undefined> {
  if (!name || !password) return undefined
  await limit.begin(address, name)
  const found = await personNamed(store, name)
  const stored = found && (await passwordOf(store, found.id))
  // A name that does not exist takes as long as one that does.
  const good =
    stored === undefined ? await hashPassword(password).then(() => false) : await verifyPassword(password, stored)
  return settle(store, limit, { person: good ? found : undefined, address, name, by: 'password' })
}

interface Judged {
  person: Person | undefined
  address: string
  name: string
  by: 'link' | 'password'
}

async function settle(
  store: Store,
  limit: Attempts,
  { person, address, name, by }: Judged,
): Promise<Person | undefined> {
  if (person) await limit.succeeded(address, name)
  const action = person ? `signed in by ${by}` : `refused by ${by}`
  const row = auditRow(person?.id ?? '', action, person?.name ?? '')
  await store.write((trx) => trx.insertInto('audit').values(row).execute())
  return person
}
