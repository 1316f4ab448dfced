import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { serverStore } from '@/lib/store/serverStore'
import type { Store } from '@/lib/store/store'
import { log } from '../log'
import type { Person } from '../people'
import type { Role } from '../roles'
import { currentPerson, requestId } from '../session'
import { admit, parsed, type Result, toldOf } from './answer'

interface Context {
  person: Person
  store: Store
}

/** The door of a server action: signed in, in a role, with parsed input. Next refuses calls from another origin. */
export function action<S extends z.ZodType, T>(door: {
  role: Role
  input: S
  run: (input: z.output<S>, context: Context) => Promise<T>
}): (input: z.input<S>) => Promise<Result<T>> {
  return async (input) => {
    const reference = await requestId()
    const began = Date.now()
    try {
      const person = await currentPerson()
      admit(person, door.role)
      if (!person) throw new Error('A role was admitted without a person.')
      const data = await door.run(parsed(door.input, input), { person, store: await serverStore() })
      log('info', 'action', { requestId: reference, person: person.id, ms: Date.now() - began })
      return { ok: true, data }
    } catch (error) {
      // A redirect is no failure.
      unstable_rethrow(error)
      const { code, message, details } = toldOf(error, 'action', reference)
      log('info', 'action', { requestId: reference, code, ms: Date.now() - began })
      return { ok: false, error: { code, message, ...(details === undefined ? {} : { details }) } }
    }
  }
}
