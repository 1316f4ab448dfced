import type { Cause, ExplainedCall, Explanation } from '@/lib/explain/explanation'
import type { Outcome } from '@/lib/trace/trace'

/** An explanation in plain text: what was seen, what it rules out, the causes with their commands. */
export function explainText({ calls }: Explanation): string {
  if (calls.length === 0) return 'No call, answer, log or name query was recognised in this text.\n'
  return calls.map((call) => callText(call)).join('\n')
}

const callText = (call: ExplainedCall): string =>
  [
    headline(call),
    `Answered by: ${call.answeredBy}. Seen: ${outcomeText(call.outcome)}.`,
    call.says,
    ...(call.vantages ? [`Traced from ${call.vantages.join(', ')}.`] : []),
    ...section(
      'Ruled out:',
      call.rulesOut.map(({ says }) => `  - ${says}`),
    ),
    ...section('Causes that are left:', call.causes.flatMap(causeLines)),
    '',
  ].join('\n')

const section = (title: string, lines: string[]): string[] => (lines.length === 0 ? [] : ['', title, ...lines])

function headline({ request }: ExplainedCall): string {
  const method = request?.method ?? ''
  const what = request?.url ?? request?.path ?? 'A call of which no URL is shown'
  return `${method} ${what}`.trim()
}

const causeLines = (cause: Cause): string[] => [
  `  ${cause.verdict.padEnd(8)} ${cause.id}${cause.resource === undefined ? '' : ` at ${cause.resource}`}`,
  `           ${cause.sentence}`,
  ...cause.tellApart.command.split('\n').map((line) => `           $ ${line}`),
  `             if so: ${cause.tellApart.ifSo}`,
  `             if not: ${cause.tellApart.ifNot}`,
  `           ${cause.docs}`,
]

function outcomeText({ kind, status, body, errorType, curlExitCode }: Outcome): string {
  const code = curlExitCode === undefined || curlExitCode === 0 ? '' : `, curl (${curlExitCode})`
  if (kind !== 'response') return `${kind}${code}`
  return [status, errorType, body?.slice(0, 300)].filter((part) => part !== undefined).join(' ')
}
