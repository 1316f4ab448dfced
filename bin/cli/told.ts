import { commands, type Entry } from '.'
import { run } from './run'

interface Around {
  stdin?: string
  cwd?: string
  /** The commands there are: fewer load the sooner. */
  entries?: Entry[]
}

/** What a command line says to who runs it, with its exit code. For tests: nothing of it reaches the terminal. */
export async function told(args: string[], { stdin = '', cwd = process.cwd(), entries = commands }: Around = {}) {
  const said = { stdout: '', stderr: '' }
  const code = await run(
    args,
    {
      stdin: async () => stdin,
      stdout: (text) => {
        said.stdout += text
      },
      stderr: (text) => {
        said.stderr += text
      },
      cwd,
    },
    entries,
  )
  return { code, ...said }
}
