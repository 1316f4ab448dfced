import { type Command, json, UsageError } from './command'
import { loadTopology, problemLine } from './input'
import { readOptions } from './options'

export const command: Command = {
  usage: `throughline validate FILE [--patch P] [--json]

Checks a topology document: its shape, its references, and the ids inside text.
FILE is a path, or - for standard input.

  --patch P   apply a JSON Patch first: a file, or the patch itself when it begins with [
  --json      { ok, errors: [{ path, message, suggestion? }], warnings }

Exit code: 0 in order, 2 not.

Example: throughline template two-api-chain | throughline validate -
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { patch: { type: 'string' } })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageError('validate takes one FILE.')
    const result = await loadTopology(io, file, values.patch)
    const { ok, errors, warnings } = result
    if (values.json) io.stdout(json({ ok, errors, warnings }))
    else {
      const name = file === '-' ? 'The document' : file
      const count = result.ok ? Object.keys(result.document.resources).length : 0
      io.stdout(ok ? `${name} is in order: ${count} resources.\n` : `${name} is no topology:\n`)
      for (const error of errors) io.stdout(`${problemLine(error)}\n`)
      if (warnings.length > 0) io.stdout('Kept, but not read:\n')
      for (const warning of warnings) io.stdout(`${problemLine(warning)}\n`)
    }
    return ok ? 0 : 2
  },
}
