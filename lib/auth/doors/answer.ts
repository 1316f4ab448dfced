import type { z } from 'zod'
import { AppError, type ErrorCode } from '@/lib/store/appError'
import { errorFields, log } from '../log'
import type { Person } from '../people'
import { mayActAs, type Role } from '../roles'

export type Result<T> =
  | { ok: true; data: T }
  | { ok: false; error: { code: ErrorCode; message: string; details?: unknown } }

/** Who may pass a door: a role, or `anyone` for what must answer before a sign-in. */
export type Wanted = Role | 'anyone'

/** @throws AppError `notSignedIn` or `forbidden` */
export function admit(person: Person | undefined, wanted: Wanted): void {
  if (wanted === 'anyone') return
  if (!person) throw new AppError('notSignedIn', 'The session has ended. Sign in again.')
  if (!mayActAs(person.role, wanted))
    throw new AppError('forbidden', `This needs the role ${wanted}; ${person.name} is ${person.role}.`)
}

/** @throws AppError `badInput` with the places that are wrong */
export function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const problems = result.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }))
  const first = problems[0]
  throw new AppError('badInput', `${first?.path ? `${first.path}: ` : ''}${first?.message ?? 'wrong input'}`, problems)
}

/** What crosses to the browser of something thrown: an AppError as it is, all else a reference into the log. */
export function toldOf(error: unknown, door: string, reference: string): AppError {
  if (error instanceof AppError) return error
  log('error', 'failed', { door, requestId: reference, ...errorFields(error) })
  return new AppError('internal', `Something failed on the server. Reference ${reference}.`)
}

export const statusOf = {
  badInput: 400,
  forbidden: 403,
  internal: 500,
  newer: 409,
  notFound: 404,
  notSignedIn: 401,
  stale: 409,
  tooLarge: 413,
  tooMany: 429,
} satisfies Record<ErrorCode, number>
