import { type JudgedDrift, judgedDrift } from '@/lib/drift/effects'
import { trace } from '@/lib/trace/engine'
import { type Command, json, UsageError } from './command'
import { readTopology } from './input'
import { readOptions } from './options'

export const command: Command = {
  usage: `throughline drift DESIGN LIVE [--json]

Prints how what is in AWS (LIVE, as inspect writes it) differs from its DESIGN, field by field, what blocks a call
first. Left out: health and counts, ids that AWS draws, stated facts, and what could not be read.

  --json   [{ resource, path, op, before?, after?, effect, calls: [{ from, curl }], patch, parted? }]; patch takes
           what is in AWS into the design

Exit code: 0 no drift, 1 drift, 2 usage or input.

Example: throughline drift design.json live.json
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {})
    const [design, live, ...more] = positionals
    if (design === undefined || live === undefined || more.length > 0)
      throw new UsageError('drift takes two files, DESIGN and LIVE.')
    const drifts = judgedDrift(await readTopology(io, design), await readTopology(io, live), trace)
    io.stdout(values.json ? json(drifts) : text(drifts))
    return drifts.length === 0 ? 0 : 1
  },
}

const text = (drifts: JudgedDrift[]): string =>
  drifts.length === 0 ? 'No drift.\n' : `${drifts.flatMap(lines).join('\n')}\n`

function lines({ resource, path, op, before, after, effect, calls, parted }: JudgedDrift): string[] {
  const where = `${resource}${path}`
  const change =
    parted || op === 'add'
      ? `+ ${where}: ${short(after)}`
      : op === 'remove'
        ? `- ${where}: ${short(before)}`
        : `~ ${where}: ${short(before)} -> ${short(after)}`
  return [`${effect}: ${change}`, ...calls.slice(0, 3).map(({ from, curl }) => `    from ${from}: ${curl}`)]
}

const short = (value: unknown) => {
  const written = typeof value === 'string' ? value : JSON.stringify(value)
  return written.length > 120 ? `${written.slice(0, 119)}…` : written
}
