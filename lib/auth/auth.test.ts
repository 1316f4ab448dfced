import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '@/lib/store/store'
import { Attempts } from './attempts'
import { makeLink, redeemLink } from './links'
import { hashPassword, verifyPassword } from './password'
import { addPerson, anyPassword, ownerOf, personOf, setPassword, setRole } from './people'
import { sessionSecret } from './secret'
import { signInByLink, signInByPassword } from './signIn'

let folder: string
let store: Store

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'throughline-auth-'))
  store = await openStore(folder)
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const audit = async () =>
  (await store.db.selectFrom('audit').select('action').orderBy('action').execute()).map((r) => r.action)

describe('passwords', () => {
  it('are kept as salted scrypt and verified', async () => {
    const stored = await hashPassword('correct horse')
    expect(stored).toMatch(/^scrypt:131072:8:1:/)
    expect(stored).not.toContain('correct')
    expect(await hashPassword('correct horse')).not.toBe(stored)
    expect(await verifyPassword('correct horse', stored)).toBe(true)
    expect(await verifyPassword('correct hors', stored)).toBe(false)
    expect(await verifyPassword('x', 'nonsense')).toBe(false)
  })

  it('take letters as people see them, however they were typed', async () => {
    expect(await verifyPassword('caf\u00e9 au lait', await hashPassword('cafe\u0301 au lait'))).toBe(true)
  })

  it('that are too short are refused', async () => {
    await expect(setPassword(store, await ownerOf(store), 'short')).rejects.toMatchObject({ code: 'badInput' })
    expect(await anyPassword(store)).toBe(false)
  })
})

describe('links', () => {
  it('sign in once', async () => {
    const owner = await ownerOf(store)
    const token = await makeLink(store, owner)
    expect(await redeemLink(store, token)).toEqual(owner)
    expect(await redeemLink(store, token)).toBeUndefined()
  })

  it('of two that race, one signs in', async () => {
    const token = await makeLink(store, await ownerOf(store))
    const results = await Promise.all([redeemLink(store, token), redeemLink(store, token)])
    expect(results.filter((person) => person !== undefined)).toHaveLength(1)
  })

  it('end after ten minutes', async () => {
    const made = new Date('2026-11-25T10:00:00Z')
    const owner = await ownerOf(store)
    const token = await makeLink(store, owner, made)
    expect(await redeemLink(store, token, new Date('2026-11-25T10:10:00Z'))).toBeUndefined()
    expect(await redeemLink(store, token, new Date('2026-11-25T10:09:59Z'))).toEqual(owner)
  })

  it('cannot be read from the database', async () => {
    const token = await makeLink(store, await ownerOf(store))
    expect(JSON.stringify(await store.db.selectFrom('sign_in_link').selectAll().execute())).not.toContain(token)
  })
})

describe('people', () => {
  it('lose their sessions when password or role change', async () => {
    const owner = await ownerOf(store)
    expect(owner).toMatchObject({ role: 'admin', epoch: 0 })
    await setPassword(store, owner, 'correct horse')
    expect((await personOf(store, owner.id))?.epoch).toBe(1)
    await setRole(store, owner, 'viewer')
    expect(await personOf(store, owner.id)).toMatchObject({ role: 'viewer', epoch: 2 })
    expect(await audit()).toEqual(['password changed', 'role changed to viewer'])
  })

  it('with a role nobody knows may do the least', async () => {
    const person = await addPerson(store, 'ana', 'editor')
    await store.db.updateTable('person').set({ role: 'root' }).where('id', '=', person.id).execute()
    expect((await personOf(store, person.id))?.role).toBe('viewer')
  })
})

describe('signing in', () => {
  it('by a link or a password is written down, and so is what was refused', async () => {
    const owner = await ownerOf(store)
    await setPassword(store, owner, 'correct horse')
    const limit = new Attempts()
    expect(await signInByLink(store, await makeLink(store, owner), '::1', limit)).toMatchObject({ name: 'owner' })
    expect(await signInByLink(store, 'guessed', '::1', limit)).toBeUndefined()
    expect(await signInByPassword(store, 'owner', 'correct horse', '::1', limit)).toMatchObject({ name: 'owner' })
    expect(await signInByPassword(store, 'owner', 'wrong', '::1', limit)).toBeUndefined()
    expect(await signInByPassword(store, 'nobody', 'wrong', '::1', limit)).toBeUndefined()
    expect(await audit()).toEqual([
      'password changed',
      'refused by link',
      'refused by password',
      'refused by password',
      'signed in by link',
      'signed in by password',
    ])
  })

  it('is stopped after too many failures from one address, also with the right password', async () => {
    const owner = await ownerOf(store)
    await setPassword(store, owner, 'correct horse')
    const limit = new Attempts({ perAddress: 3 })
    for (let i = 0; i < 3; i++) expect(await signInByLink(store, 'guessed', '10.0.0.1', limit)).toBeUndefined()
    await expect(signInByPassword(store, 'owner', 'correct horse', '10.0.0.1', limit)).rejects.toMatchObject({
      code: 'tooMany',
      message: expect.stringContaining('minutes'),
    })
    expect(await signInByPassword(store, 'owner', 'correct horse', '10.0.0.2', limit)).toMatchObject({ name: 'owner' })
  })
})

describe('the session secret', () => {
  it('is made once, in a file of its owner alone', async () => {
    const secret = await sessionSecret(folder)
    expect(secret.length).toBeGreaterThanOrEqual(44)
    expect(await sessionSecret(folder)).toBe(secret)
    expect((await stat(path.join(folder, 'session-secret'))).mode & 0o777).toBe(0o600)
  })
})
