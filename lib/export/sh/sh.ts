import { parseCall } from '@/lib/invocation/curl/parse'
import { printCurl } from '@/lib/invocation/curl/print'
import { quote } from '@/lib/invocation/curl/shell/quote'
import type { InvokeUrl } from '@/lib/urls/invokeUrl'
import type { ExportFormat } from '../format'
import { allowed, inWords, titleOf } from '../predicted'
import { frame } from './frame'

const q = (text: string) => quote(text, 'sh')

/** The command in POSIX sh. What is printed for bash in one line may hold `$'…'`, which sh lacks. */
function command(call: InvokeUrl): string {
  const parsed = parseCall(call.curl, { vantage: call.vantage })
  return parsed.ok && !/<[^>]* of [^>]*>/.test(call.curl) ? printCurl(parsed.invocation, { shell: 'sh' }) : call.curl
}

function compared(call: InvokeUrl): string[] {
  const lines = (call.outcome ? allowed(call.outcome) : []).map((one) => {
    if (one.kind === 'answer') return "predict answer '' ''"
    if (one.kind === 'exit') return `predict exit ${q(one.codes.join(' '))} ''`
    if (one.contains !== undefined) return `predict part ${one.status} ${q(one.contains)}`
    return one.body === undefined ? `predict status ${one.status} ''` : `predict body ${one.status} ${q(one.body)}`
  })
  const predicted = call.outcome ? inWords(call.outcome) : 'not known'
  return [...lines, `call ${q(titleOf(call))} ${q(predicted)} \\\n${command(call)}`]
}

const plain = (call: InvokeUrl): string[] => [`# ${titleOf(call)}`, command(call), 'echo']

/** A script for each place that calls start from; with several, the place is its argument. */
export const sh: ExportFormat = {
  name: 'sh',
  says: 'a shell script of the calls',
  extension: 'sh',
  mediaType: 'application/x-sh',
  ofCalls: true,
  write({ document, calls }) {
    const comparing = calls.some((call) => call.outcome !== undefined)
    const lines = comparing ? compared : plain
    const vantages = [...new Set(calls.map((call) => call.vantage))]
    const of = (vantage: string) => calls.filter((call) => call.vantage === vantage).flatMap(lines)
    const [only] = vantages
    const body = vantages.length === 1 && only !== undefined ? of(only) : choice(vantages, of)
    return [
      '#!/bin/sh',
      `# Calls of ${document.name.replace(/\s+/g, ' ')}, to run from ${vantages.join(' or ') || 'nowhere: there are none'}.`,
      ...(comparing ? ['# Prints what was predicted beside what came; exits 1 when one differs.', frame] : ['']),
      ...body,
      ...(comparing ? ['', 'exit "$differ"'] : []),
      '',
    ].join('\n')
  },
}

function choice(vantages: string[], of: (vantage: string) => string[]): string[] {
  return [
    'case ${1-} in',
    ...vantages.flatMap((vantage) => [
      `  ${q(vantage)})`,
      // Not indented: a body with line breaks must stay as it is.
      ...of(vantage),
      '    ;;',
    ]),
    '  *)',
    `    echo ${q(`usage: sh $0 ${vantages.join(' | ')}`).replace('$0', `'"$0"'`)} >&2`,
    '    exit 2',
    '    ;;',
    'esac',
  ]
}
