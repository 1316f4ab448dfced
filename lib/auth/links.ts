import { createHash, randomBytes } from 'node:crypto'
import type { Store } from '@/lib/store/store'
import { type Person, personOf } from './people'

const linkMinutes = 10

/** The token of a sign-in link for this person: good once, for ten minutes. */
export async function makeLink(store: Store, person: Person, now = new Date()): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expires = new Date(now.getTime() + linkMinutes * 60_000)
  await store.write(async (trx) => {
    await trx.deleteFrom('sign_in_link').where('expires_at', '<', now.toISOString()).execute()
    await trx
      .insertInto('sign_in_link')
      .values({ token_hash: hashOf(token), person: person.id, expires_at: expires.toISOString(), used_at: null })
      .execute()
  })
  return token
}

/** Whom the link signs in; it is used up by this call. */
export async function redeemLink(store: Store, token: string, now = new Date()): Promise<Person | undefined> {
  const person = await store.write(async (trx) => {
    const used = await trx
      .updateTable('sign_in_link')
      .set({ used_at: now.toISOString() })
      .where('token_hash', '=', hashOf(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now.toISOString())
      .returning('person')
      .executeTakeFirst()
    return used?.person
  })
  return person === undefined ? undefined : personOf(store, person)
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
