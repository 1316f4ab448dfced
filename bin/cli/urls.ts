import { restApis, withPhysicalId } from '@/lib/network/perDocument'
import { VantageError } from '@/lib/network/vantage'
import type { TopologyDocument } from '@/lib/topology/document'
import { traceBriefly } from '@/lib/trace/engine'
import type { InvokeUrl } from '@/lib/urls/invokeUrl'
import { invokeUrls, type UrlOptions } from '@/lib/urls/invokeUrls'
import { type Command, InputError, json, UsageError } from './command'
import { readTopology } from './input'
import { readOptions } from './options'

export const command: Command = {
  usage: `throughline urls FILE [--from VANTAGE] [--api ID] [--caller curl|browser] [--best] [--param NAME=VALUE]… [--patch P] [--json]

Prints every way to call every node, as a curl command, and whether it gets through.
FILE is a path, or - for standard input.

  --from VANTAGE   a resource of FILE by its logical or AWS id, internet[:ADDRESS], on-premises:VPC; else every vantage
  --api ID         only the methods of this API
  --caller browser only what a browser's address bar can call (default curl)
  --best           only the form to use, one for each method
  --param N=V      what stands for the parameter {N} of a path; may be repeated
  --patch P        apply a JSON Patch first: a file, or the patch itself when it begins with [
  --json           [{ resource, api?, stage?, method?, path?, form, vantage, url, headers, curl, works, best?, reason? }]

Exit code: 0 printed, 2 usage or input.

Example: throughline template two-api-chain | throughline urls - --from client-consumer --best
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      from: { type: 'string' },
      api: { type: 'string' },
      caller: { type: 'string' },
      best: { type: 'boolean' },
      param: { type: 'string', multiple: true },
      patch: { type: 'string' },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageError('urls takes one FILE.')
    const document = await readTopology(io, file, values.patch)
    const list = listUrls(document, {
      ...(values.from === undefined ? {} : { from: values.from }),
      ...(values.api === undefined ? {} : { api: values.api }),
      caller: callerOf(values.caller),
      params: paramsOf(values.param ?? []),
      best: values.best === true,
    })
    io.stdout(values.json ? json(list) : table(list))
    return 0
  },
}

/** The calls of a document, judged by the trace. @throws InputError for a vantage or an API that it does not have */
export function listUrls(document: TopologyDocument, options: Omit<UrlOptions, 'trace'>): InvokeUrl[] {
  const { api } = options
  if (
    api !== undefined &&
    ![api, ...withPhysicalId(document, api)].some((id) => restApis(document).some(([r]) => r === id))
  )
    throw new InputError(
      `There is no API "${api}" in this topology. There are: ${
        restApis(document)
          .map(([id]) => id)
          .join(', ') || 'none'
      }.`,
    )
  try {
    return invokeUrls(document, { ...options, trace: traceBriefly })
  } catch (error) {
    throw error instanceof VantageError ? new InputError(error.message) : error
  }
}

function callerOf(word: string | undefined): 'curl' | 'browser' {
  if (word === undefined || word === 'curl' || word === 'browser') return word ?? 'curl'
  throw new UsageError(`--caller is curl or browser, not ${word}.`)
}

/** NAME=VALUE pairs. @throws UsageError */
export function paramsOf(words: string[]): Record<string, string> {
  return Object.fromEntries(
    words.map((word): [string, string] => {
      const [, name, value] = /^([^=]+)=([\s\S]*)$/.exec(word) ?? []
      if (name === undefined || value === undefined) throw new UsageError(`--param wants NAME=VALUE, not ${word}.`)
      return [name, value]
    }),
  )
}

function table(list: InvokeUrl[]): string {
  let from = ''
  const lines: string[] = []
  for (const url of list) {
    if (url.vantage !== from) lines.push(...(from === '' ? [] : ['']), `From ${url.vantage}`)
    from = url.vantage
    const works = url.works === true ? 'works' : url.works === false ? 'blocked' : 'not known'
    lines.push(`${url.best ? '*' : ' '} ${works.padEnd(10)}${url.form.padEnd(16)}${url.curl}`)
    if (url.reason !== undefined) lines.push(`            ${url.reason}`)
  }
  if (list.some((url) => url.best)) lines.push('', '* Use this one.')
  return lines.length === 0 ? 'Nothing can be called here.\n' : `${lines.join('\n')}\n`
}
