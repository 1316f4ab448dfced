import { nearest } from '@/lib/topology/nearest'
import { commands, type Entry } from '.'
import { InputError, type Io, UsageError } from './command'

/** Runs one command line (without `node` and script) and answers with its exit code. */
export async function run(args: string[], io: Io, entries: Entry[] = commands): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return help(rest[0], io, entries)
  const entry = entries.find((e) => e.name === name)
  if (!entry) return unknownCommand(name, io, entries)
  const { command } = await entry.load()
  if (beforeDashes(rest).some((arg) => arg === '--help' || arg === '-h')) {
    io.stdout(command.usage)
    return 0
  }
  try {
    return await command.run(rest, io)
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr(`throughline ${name}: ${error.message} See throughline ${name} --help\n`)
      return 2
    }
    if (error instanceof InputError) {
      io.stderr(`throughline ${name}: ${error.message}\n`)
      return 2
    }
    throw error
  }
}

async function help(name: string | undefined, io: Io, entries: Entry[]): Promise<number> {
  if (name !== undefined) {
    const entry = entries.find((e) => e.name === name)
    if (!entry) return unknownCommand(name, io, entries)
    io.stdout((await entry.load()).command.usage)
    return 0
  }
  const width = Math.max(...entries.map((e) => e.name.length)) + 2
  const lines = entries.map((e) => `  ${e.name.padEnd(width)}${e.says}`)
  io.stdout(`throughline COMMAND [ARGUMENTS]

Learn before you call whether a request gets through a chain of private APIs.

${lines.join('\n')}

throughline COMMAND --help says more. Each command takes --json; - is standard input.
Exit codes: 0 good, 1 blocked or differing, 2 usage or input, 3 not known.
`)
  return 0
}

function unknownCommand(name: string, io: Io, entries: Entry[]): number {
  const meant = nearest(
    name,
    entries.map((e) => e.name),
  )
  io.stderr(`throughline: there is no command "${name}"${meant ? `; ${meant} is the nearest` : ''}. See --help\n`)
  return 2
}

// The value of -H or -d may be "-h" only after `--`; everything before is an option of ours.
const beforeDashes = (args: string[]): string[] => {
  const dashes = args.indexOf('--')
  return dashes < 0 ? args : args.slice(0, dashes)
}
