import { type Difference, diff } from '@/lib/diff/diff'
import { type Command, json, UsageError } from './command'
import { readTopology } from './input'
import { readOptions } from './options'

export const command: Command = {
  usage: `throughline diff A B [--json]

Prints what differs between two topologies, field by field. Logical ids and layout do not count.

  --json   [{ resource, path, op, before?, after? }]

Exit code: 0 no difference, 1 they differ, 2 usage or input.

Example: throughline diff yesterday.json today.json
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {})
    const [a, b, ...more] = positionals
    if (a === undefined || b === undefined || more.length > 0) throw new UsageError('diff takes two files, A and B.')
    const differences = diff(await readTopology(io, a), await readTopology(io, b))
    io.stdout(values.json ? json(differences) : text(differences))
    return differences.length === 0 ? 0 : 1
  },
}

function text(differences: Difference[]): string {
  if (differences.length === 0) return 'No difference.\n'
  return `${differences.map(line).join('\n')}\n`
}

function line({ resource, path, op, before, after }: Difference): string {
  const where = `${resource}${path}`
  if (op === 'add') return `+ ${where}${path === '' ? '' : ` = ${short(after)}`}`
  if (op === 'remove') return `- ${where}${path === '' ? '' : ` (was ${short(before)})`}`
  return `~ ${where}: ${short(before)} -> ${short(after)}`
}

const short = (value: unknown) => {
  const written = JSON.stringify(value)
  return written.length > 120 ? `${written.slice(0, 117)}…` : written
}
