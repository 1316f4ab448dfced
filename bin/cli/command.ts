/** What a command may touch of the outside. Tests hand in their own. */
export interface Io {
  /** Everything on standard input, read once. */
  stdin: () => Promise<string>
  /** Writes to standard output exactly as given: a caller ends its lines itself. */
  stdout: (text: string) => void
  stderr: (text: string) => void
  /** Relative file names start here. */
  cwd: string
  /** Asks for a new password on the terminal, hidden and twice. Absent where there is no terminal. */
  askPassword?: (name: string) => Promise<string | undefined>
}

/** A command of `throughline`. It answers with the exit code: 0 good, 1 blocked or differing, 2 usage, 3 not known. */
export interface Command {
  /** The text of `throughline NAME --help`: a usage line first, then options and an example. */
  usage: string
  run: (args: string[], io: Io) => Promise<number>
}

/** A wrong use of the command line: said on standard error with the way to the help, exit 2. */
export class UsageError extends Error {}

/** Input that cannot be read or is not what it should be: said on standard error as it stands, exit 2. */
export class InputError extends Error {}

/** JSON as every `--json` prints it. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
