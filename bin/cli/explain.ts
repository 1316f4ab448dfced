import { explain } from '@/lib/explain/explain'
import type { TopologyDocument } from '@/lib/topology/document'
import { type Command, InputError, json, UsageError } from './command'
import { explainText } from './explainText'
import { readText, readTopology } from './input'
import { readOptions } from './options'

export const command: Command = {
  usage: `throughline explain [FILE] [--topology TOPOLOGY] [--patch P] [--json]

Explains a failed call: who answered, what the answer rules out, and the causes that are left, best first, each with
the one fact that proves it as a command to run. Its output, put behind the call, narrows the list.
FILE is whatever was printed: curl -v, an execution or access log, nslookup or dig, the error of a program, a console
test, or just 403 {"message":"Forbidden"}; absent or -, it is read from standard input. Nothing of it is kept.

  --topology TOPOLOGY   trace the call in it, and hold each cause against it
  --patch P             apply a JSON Patch to the topology first
  --json                { calls: [{ request, outcome, answeredBy, says, rulesOut, causes, vantages?, traced? }] }

Exit code: 0 a cause is at least likely, 3 none is, 2 usage or input.

Example: curl -v https://… 2>&1 | throughline explain
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { topology: { type: 'string' }, patch: { type: 'string' } })
    const [file = '-', ...more] = positionals
    if (more.length > 0) throw new UsageError('explain takes at most one FILE.')
    if (file === '-' && values.topology === '-')
      throw new UsageError('Standard input holds either the failed call or the topology: name a file for one of them.')
    if (values.patch !== undefined && values.topology === undefined)
      throw new UsageError('--patch changes a topology: name it with --topology.')
    const pasted = await readText(io, file)
    if (pasted.trim() === '') throw new InputError('There is nothing to explain: the input is empty.')
    const doc: TopologyDocument | undefined =
      values.topology === undefined ? undefined : await readTopology(io, values.topology, values.patch)
    const explained = explain(pasted, doc ? { doc } : {})
    io.stdout(values.json ? json(explained) : explainText(explained))
    const probable = explained.calls.some((call) => call.causes.some((cause) => cause.verdict !== 'possible'))
    return probable ? 0 : 3
  },
}
