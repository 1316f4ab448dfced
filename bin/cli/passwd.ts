import { addPerson, checkPassword, ownerName, personNamed, setPassword, setRole } from '@/lib/auth/people'
import { isRole, roles } from '@/lib/auth/roles'
import { AppError } from '@/lib/store/appError'
import { dataFolder } from '@/lib/store/dataFolder'
import { openStore } from '@/lib/store/store'
import { type Command, InputError, type Io, json, UsageError } from './command'
import { readOptions } from './options'

export const command: Command = {
  usage: `throughline passwd [NAME] [--role ROLE] [--json]

Sets the password of NAME (without one: of the owner) and ends NAME's sessions. A NAME that does not exist is added.
The password is asked for, or read from standard input where that is no terminal.

  --role ROLE   viewer (see and trace), editor (also change) or admin; a new NAME without it becomes a viewer

Exit code: 0 set, 2 not.

Example: throughline passwd ana --role editor
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { role: { type: 'string' } })
    const [name = ownerName, ...more] = positionals
    if (more.length > 0) throw new UsageError('passwd takes one NAME.')
    const role = values.role
    if (role !== undefined && !isRole(role)) throw new UsageError(`There is no role "${role}": ${roles.join(', ')}.`)
    const password = await newPassword(io, name)
    const store = await openStore(dataFolder())
    try {
      checkPassword(password)
      const known = await personNamed(store, name)
      const person = known ?? (await addPerson(store, name, role ?? (name === ownerName ? 'admin' : 'viewer')))
      await setPassword(store, person, password)
      if (known && role !== undefined && role !== known.role) await setRole(store, known, role)
      const now = { name, role: role ?? person.role }
      io.stdout(values.json ? json(now) : `${name} (${now.role}) has a new password; earlier sessions have ended.\n`)
      return 0
    } catch (error) {
      if (error instanceof AppError) throw new InputError(error.message)
      throw error
    } finally {
      await store.close()
    }
  },
}

async function newPassword(io: Io, name: string): Promise<string> {
  const given = io.askPassword ? await io.askPassword(name) : (await io.stdin()).split('\n')[0]
  if (!given) throw new InputError('No password was given, so nothing is changed.')
  return given
}
