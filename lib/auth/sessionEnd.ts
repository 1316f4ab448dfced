import type { Person } from './people'

export const sessionSeconds = 12 * 60 * 60

/** What the session's cookie says. */
export interface Claims {
  person?: unknown
  epoch?: unknown
  startedAt?: unknown
}

/** A session ends 12 hours after it began, however much it is used, and when password or role change. */
export function stillGood(claims: Claims, person: Person | undefined, now: number): person is Person {
  if (!person || claims.person !== person.id || claims.epoch !== person.epoch) return false
  return typeof claims.startedAt === 'number' && now - claims.startedAt < sessionSeconds * 1000
}
