import { type Matrix, matrix } from '@/lib/matrix/matrix'
import { trace } from '@/lib/trace/engine'
import { vantagesOf } from '@/lib/urls/vantages'
import { type Command, json, UsageError } from './command'
import { readTopology } from './input'
import { readOptions } from './options'

export const command: Command = {
  usage: `throughline matrix FILE [--patch P] [--json]

Traces every call from every vantage, on two axes: does the network let it, do the permissions let it.

  --patch P   apply a JSON Patch first
  --json      { vantages, calls, cells: [{ vantage, call, network, permission, verdict, outcome }] }

Exit code: 0 printed, 2 usage or input.

Example: throughline template cross-account | throughline matrix -
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { patch: { type: 'string' } })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageError('matrix takes one FILE.')
    const document = await readTopology(io, file, values.patch)
    const found = matrix(document, vantagesOf(document), trace)
    io.stdout(values.json ? json(found) : table(found))
    return 0
  },
}

/** One row a call, one column a vantage: network and permission as two letters, then the verdict. */
function table({ vantages, calls, cells }: Matrix): string {
  const byKey = new Map(cells.map((cell) => [`${cell.vantage} ${cell.call}`, cell]))
  const width = Math.max(...vantages.map((v) => v.length), 16) + 2
  const rows = calls.map((call) => {
    const row = vantages.map((vantage) => {
      const cell = byKey.get(`${vantage} ${call.id}`)
      return cell ? `${letter[cell.network]}${letter[cell.permission]} ${cell.verdict}`.padEnd(width) : ''.padEnd(width)
    })
    return `${row.join('')}${call.id}`
  })
  const head = vantages.map((v) => v.padEnd(width)).join('')
  return `${head}call\n${rows.join('\n')}\n\nTwo letters: network, permission. + passes, x stops the call, ? not known, . not checked.\n`
}

const letter = { pass: '+', fail: 'x', unknown: '?', notChecked: '.' } as const
