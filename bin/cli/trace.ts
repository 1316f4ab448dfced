import { withFixes } from '@/lib/fixes/withFixes'
import { parseCall } from '@/lib/invocation/curl/parse'
import type { Invocation } from '@/lib/invocation/invocation'
import { VantageError, vantageOf } from '@/lib/network/vantage'
import type { TopologyDocument } from '@/lib/topology/document'
import { trace } from '@/lib/trace/engine'
import type { Trace } from '@/lib/trace/trace'
import { CallError } from '@/lib/trace/walk/start'
import { type Command, InputError, type Io, json, UsageError } from './command'
import { readTopology } from './input'
import { readOptions } from './options'
import { traceText } from './traceText'

export const command: Command = {
  usage: `throughline trace FILE --from VANTAGE (--url URL [-X METHOD] [-H HEADER]… [-d BODY] [-k] | --curl 'COMMAND') [--signer ID|ARN] [--patch P] [--json]

Predicts whether a call gets through, hop by hop, and what its caller sees. Nothing is sent.
FILE is a path, or - for standard input.

  --from VANTAGE   a resource of FILE by its logical or AWS id, internet[:ADDRESS], on-premises:VPC
  --url URL        the address that is called; -X, -H, -d and -k mean what they mean to curl
  --curl COMMAND   a whole curl or awscurl command instead
  --signer ID|ARN  who signs a signed call: a principal of FILE, or an ARN
  --patch P        apply a JSON Patch first: a file, or the patch itself when it begins with [
  --json           the whole trace

Exit code: 0 reaches, 1 blocked, 2 usage or input, 3 not known.

Example: throughline template two-api-chain | throughline trace - --from client-consumer --url https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      from: { type: 'string' },
      url: { type: 'string' },
      curl: { type: 'string' },
      request: { type: 'string', short: 'X' },
      header: { type: 'string', short: 'H', multiple: true },
      data: { type: 'string', short: 'd' },
      insecure: { type: 'boolean', short: 'k' },
      signer: { type: 'string' },
      patch: { type: 'string' },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageError('trace takes one FILE.')
    if (values.from === undefined) throw new UsageError('trace needs --from VANTAGE.')
    if ((values.url === undefined) === (values.curl === undefined))
      throw new UsageError('trace takes --url or --curl, one of them.')
    const document = await readTopology(io, file, values.patch)
    const written = values.curl ?? commandOf(values.url ?? '', values)
    const traced = traceCall(io, document, values.from, written, values.signer)
    io.stdout(values.json ? json(traced) : traceText(document, traced))
    return exitCodes[traced.verdict]
  },
}

const exitCodes: Record<Trace['verdict'], number> = { reaches: 0, blocked: 1, unknown: 3 }

interface Flags {
  request?: string
  header?: string[]
  data?: string
  insecure?: boolean
}

/** The options as one curl command, so that both ways of asking are read by the same reader. */
function commandOf(url: string, { request, header, data, insecure }: Flags): string {
  const words = ['curl']
  if (request !== undefined) words.push('-X', quoted(request))
  for (const h of header ?? []) words.push('-H', quoted(h))
  if (data !== undefined) words.push('--data-raw', quoted(data))
  if (insecure) words.push('-k')
  return [...words, quoted(url)].join(' ')
}

const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`

/** @throws InputError for a vantage that the document lacks, or a call that cannot be read */
function traceCall(
  io: Io,
  document: TopologyDocument,
  from: string,
  written: string,
  signer: string | undefined,
): Trace {
  try {
    const { signsHostOf } = vantageOf(document, from)
    const call = parseCall(written, { vantage: from, ...(signsHostOf === undefined ? {} : { signsHostOf }) })
    if (!call.ok) throw new InputError(call.says)
    for (const { says } of call.remarks) io.stderr(`${says}\n`)
    const invocation: Invocation = signer === undefined ? call.invocation : { ...call.invocation, signer }
    return withFixes(document, trace(document, invocation))
  } catch (error) {
    throw error instanceof VantageError || error instanceof CallError ? new InputError(error.message) : error
  }
}
