import path from 'node:path'
import { AppError } from '@/lib/store/appError'
import { restore } from '@/lib/store/backup'
import { dataFolder } from '@/lib/store/dataFolder'
import { type Command, InputError, json, UsageError } from './command'
import { readOptions } from './options'

export const command: Command = {
  usage: `throughline restore FILE [--json]

Puts FILE, a copy made by backup or before a migration, in the database's place. What was there is copied first.
The server must not be running.

Exit code: 0 restored, 2 not.
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {})
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageError('restore takes one FILE.')
    try {
      const before = await restore(dataFolder(), path.resolve(io.cwd, file))
      const kept = before === undefined ? '' : ` What was there before is in ${before}`
      io.stdout(values.json ? json({ restored: file, before }) : `Restored.${kept}\n`)
      return 0
    } catch (error) {
      if (error instanceof AppError) throw new InputError(error.message)
      throw error
    }
  },
}
