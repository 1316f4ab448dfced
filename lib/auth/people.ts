import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { AppError } from '@/lib/store/appError'
import type { PersonTable } from '@/lib/store/schema'
import type { Store } from '@/lib/store/store'
import { hashPassword, passwordLengthMin } from './password'
import { isRole, type Role } from './roles'

export interface Person {
  id: string
  name: string
  role: Role
  /** Sessions of an older epoch have ended. */
  epoch: number
}

/** The name of who started the server: signs in by the printed link, and is an admin. */
export const ownerName = 'owner'

/** The owner, made on the first call. */
export async function ownerOf(store: Store): Promise<Person> {
  return (await personNamed(store, ownerName)) ?? addPerson(store, ownerName, 'admin')
}

export async function addPerson(store: Store, name: string, role: Role): Promise<Person> {
  const person: Person = { id: randomUUID(), name, role, epoch: 0 }
  const row = { ...person, password: null, created_at: new Date().toISOString() }
  await store.write((trx) => trx.insertInto('person').values(row).execute())
  return person
}

export async function personOf(store: Store, id: string): Promise<Person | undefined> {
  const row = await store.db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  return row && personFrom(row)
}

export async function personNamed(store: Store, name: string): Promise<Person | undefined> {
  const row = await store.db.selectFrom('person').selectAll().where('name', '=', name).executeTakeFirst()
  return row && personFrom(row)
}

/** Whether anybody can sign in by a password. */
export async function anyPassword(store: Store): Promise<boolean> {
  const row = await store.db.selectFrom('person').select('id').where('password', 'is not', null).executeTakeFirst()
  return row !== undefined
}

export async function passwordOf(store: Store, id: string): Promise<string | undefined> {
  const row = await store.db.selectFrom('person').select('password').where('id', '=', id).executeTakeFirst()
  return row?.password ?? undefined
}

/** Sets a password and ends the person's sessions. @throws AppError where it is too short */
export async function setPassword(store: Store, person: Person, password: string): Promise<void> {
  checkPassword(password)
  await change(store, person, { password: await hashPassword(password) }, 'password changed')
}

/** @throws AppError where it is too short */
export function checkPassword(password: string): void {
  if (password.length < passwordLengthMin)
    throw new AppError('badInput', `A password has at least ${passwordLengthMin} characters.`)
}

/** Sets the role and ends the person's sessions. */
export const setRole = (store: Store, person: Person, role: Role): Promise<void> =>
  change(store, person, { role }, `role changed to ${role}`)

async function change(store: Store, person: Person, values: Partial<PersonTable>, action: string): Promise<void> {
  await store.write(async (trx) => {
    await trx
      .updateTable('person')
      .set((eb) => ({ ...values, epoch: eb('epoch', '+', 1) }))
      .where('id', '=', person.id)
      .execute()
    await trx
      .insertInto('audit')
      .values(auditRow(person.id, action, person.name))
      .execute()
  })
}

export const auditRow = (actor: string, action: string, subject: string) => ({
  id: randomUUID(),
  at: new Date().toISOString(),
  actor,
  action,
  subject,
})

// A role that this product does not know gives the least.
const personFrom = ({ id, name, role, epoch }: Selectable<PersonTable>): Person => ({
  id,
  name,
  role: isRole(role) ? role : 'viewer',
  epoch,
})
