import { makeLink } from '@/lib/auth/links'
import { ownerOf } from '@/lib/auth/people'
import { dataFolder } from '@/lib/store/dataFolder'
import { runningServer } from '@/lib/store/running'
import { openStore } from '@/lib/store/store'
import { type Command, InputError, json, UsageError } from './command'
import { readOptions } from './options'

export const command: Command = {
  usage: `throughline link [--json]

Prints a new link that signs the owner in to the running server: good once, for ten minutes.
Whoever can read the data folder can make one.

Exit code: 0 printed, 2 where no server runs on this data folder.
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {})
    if (positionals.length > 0) throw new UsageError('link takes no argument.')
    const folder = dataFolder()
    const server = await runningServer(folder)
    if (!server) throw new InputError(`No server runs on ${folder}. Start it with bin/start.`)
    const store = await openStore(folder)
    try {
      const link = `${server.url}/signin#link=${await makeLink(store, await ownerOf(store))}`
      io.stdout(values.json ? json({ link }) : `${link}\n`)
      return 0
    } finally {
      await store.close()
    }
  },
}
