import { formats } from '@/lib/export'
import { nearest } from '@/lib/topology/nearest'
import { type Command, UsageError } from './command'
import { readTopology } from './input'
import { readOptions } from './options'
import { listUrls, paramsOf } from './urls'

export const command: Command = {
  usage: `throughline export FILE --format F [--from VANTAGE] [--api ID] [--best] [--expect] [--param NAME=VALUE]… [--patch P]

Writes a topology, or the calls that it offers, to standard output.
FILE is a path, or - for standard input.

  --format F       ${formats.map((format) => `${format.name.padEnd(6)}${format.says}`).join('\n                   ')}
  --from VANTAGE   calls from here only; else from every vantage
  --api ID         only the methods of this API
  --best           only the form to use, one for each method
  --expect         with the answer that is predicted for each call: the script compares and exits 1 when one differs
  --param N=V      what stands for the parameter {N} of a path; may be repeated
  --patch P        apply a JSON Patch first: a file, or the patch itself when it begins with [

Exit code: 0 written, 2 usage or input.

Example: throughline template two-api-chain | throughline export - --format sh --from client-consumer --expect > calls.sh
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      format: { type: 'string' },
      from: { type: 'string' },
      api: { type: 'string' },
      best: { type: 'boolean' },
      expect: { type: 'boolean' },
      param: { type: 'string', multiple: true },
      patch: { type: 'string' },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageError('export takes one FILE.')
    const format = formatOf(values.format)
    if (!format.ofCalls && (values.from ?? values.api ?? values.best ?? values.expect) !== undefined)
      throw new UsageError(`--format ${format.name} writes the whole topology: it takes no choice of calls.`)
    const document = await readTopology(io, file, values.patch)
    const calls = format.ofCalls
      ? listUrls(document, {
          ...(values.from === undefined ? {} : { from: values.from }),
          ...(values.api === undefined ? {} : { api: values.api }),
          outcomes: values.expect === true,
          params: paramsOf(values.param ?? []),
          best: values.best === true,
        })
      : []
    io.stdout(format.write({ document, calls }))
    return 0
  },
}

function formatOf(word: string | undefined) {
  const names = formats.map((format) => format.name)
  const found = formats.find((format) => format.name === word)
  if (found) return found
  if (word === undefined) throw new UsageError(`--format is one of ${names.join(', ')}.`)
  const meant = nearest(word, names)
  throw new UsageError(
    `There is no format ${word}; ${meant ? `${meant} is the nearest` : `there are ${names.join(', ')}`}.`,
  )
}
