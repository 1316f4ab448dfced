import path from 'node:path'
import { AppError } from '@/lib/store/appError'
import { backup } from '@/lib/store/backup'
import { dataFolder } from '@/lib/store/dataFolder'
import { type Command, InputError, json, UsageError } from './command'
import { readOptions } from './options'

export const command: Command = {
  usage: `throughline backup [FILE] [--json]

Copies the database into FILE, also while the server runs. Without FILE into the data folder, named by the time.
Prints the name of the copy.

Exit code: 0 copied, 2 not.
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {})
    const [given, ...more] = positionals
    if (more.length > 0) throw new UsageError('backup takes one FILE.')
    try {
      const file = await backup(dataFolder(), given === undefined ? undefined : path.resolve(io.cwd, given))
      io.stdout(values.json ? json({ file }) : `${file}\n`)
      return 0
    } catch (error) {
      if (error instanceof AppError) throw new InputError(error.message)
      throw error
    }
  },
}
