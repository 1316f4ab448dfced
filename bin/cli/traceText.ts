import { printCurl } from '@/lib/invocation/curl/print'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Check, Hop, Outcome, Trace } from '@/lib/trace/trace'

const marks = { pass: '+', fail: 'x', unknown: '?' } as const

/** A trace in plain text: verdict, the hops, the sentence that decides, what the caller sees. */
export function traceText(doc: TopologyDocument, traced: Trace): string {
  const lines = [headline(traced), '']
  for (const hop of traced.hops) lines.push(hopLine(doc, hop, traced))
  const check = deciding(traced)
  if (check) lines.push('', check.says, `  ${check.docs}`)
  lines.push('', `The caller sees: ${outcomeText(traced.outcome)}`)
  for (const gap of traced.missing ?? [])
    lines.push(`Not known: ${gap.ask}${gap.permission ? ` (${gap.permission})` : ''}`)
  for (const earlier of traced.mayStopEarlier ?? [])
    lines.push(`May stop earlier: ${earlier.resource}, ${earlier.check}: ${outcomeText(earlier.outcome)}`)
  for (const text of traced.assumes ?? []) lines.push(`Assumed: ${text}`)
  const others = traced.blockers.slice(1)
  if (others.length > 0)
    lines.push('', 'What would stop it next:', ...others.map((b) => `  hop ${b.n}, ${b.resource}: ${b.check}`))
  lines.push(...fixLines(traced))
  return `${lines.join('\n')}\n`
}

/** A corrected call first, then what to change in AWS, with its commands. */
function fixLines({ fixes }: Trace): string[] {
  return fixes.flatMap(({ label, call, patch, commands }) => [
    '',
    `${call || patch ? 'Fix' : 'Left to do'}: ${label}.`,
    ...(call ? [`  ${printCurl(call, { shell: 'sh', oneLine: true })}`] : []),
    ...commands.flatMap(({ command, note }) => [
      ...command.split('\n').map((line) => `  ${line}`),
      ...(note ? [`  # ${note}`] : []),
    ]),
  ])
}

function headline({ verdict, decidedBy, hops }: Trace): string {
  if (verdict === 'reaches') return `Reaches, over ${hops.length} hops. Predicted; nothing was sent.`
  const at = decidedBy ? ` at hop ${decidedBy.n} of ${hops.length}, ${decidedBy.hop}: ${decidedBy.resource}` : ''
  return `${verdict === 'blocked' ? 'Blocked' : 'Not known'}${at}. Predicted; nothing was sent.`
}

function hopLine(doc: TopologyDocument, hop: Hop, { verdict, decidedBy }: Trace): string {
  const after = verdict === 'blocked' && decidedBy !== undefined && hop.n > decidedBy.n
  const worst = hop.checks.some((c) => c.verdict === 'fail')
    ? 'fail'
    : hop.checks.some((c) => c.verdict === 'unknown')
      ? 'unknown'
      : 'pass'
  const name = doc.resources[hop.resource]?.name
  const named = name === undefined || name === hop.resource ? hop.resource : `${hop.resource} (${name})`
  return `${after ? '.' : marks[worst]} ${String(hop.n).padStart(2)}  ${hop.kind.padEnd(16)}${named}${after ? '  not reached' : ''}`
}

function deciding({ decidedBy, hops }: Trace): Check | undefined {
  if (!decidedBy) return undefined
  const all = (list: Hop[]): Hop[] => list.flatMap((hop) => [hop, ...(hop.branches ?? []).flatMap((b) => all(b.hops))])
  const checks = all(hops).flatMap((hop) => (hop.n === decidedBy.n ? hop.checks : []))
  return checks.find((c) => c.id === decidedBy.check && c.verdict !== 'pass')
}

function outcomeText(outcome: Outcome): string {
  if (outcome.kind === 'unknown') {
    const candidates = outcome.candidates ?? []
    return candidates.length === 0
      ? 'not known.'
      : `one of\n${candidates.map((c) => `  - ${outcomeText(c)}`).join('\n')}`
  }
  if (outcome.kind !== 'response') return `curl (${outcome.curlExitCode ?? '?'}) ${outcome.curlMessage ?? outcome.kind}`
  if (outcome.status === undefined) return 'an answer of the backend; nobody stated which.'
  const type = outcome.errorType === undefined ? '' : ` ${outcome.errorType}`
  const body = outcome.body ?? (outcome.bodyContains === undefined ? undefined : `… ${outcome.bodyContains} …`)
  const also = (outcome.bodyAlso ?? []).map((text) => `\n  or ${text}`).join('')
  return `${outcome.status}${type}${body === undefined ? '' : `\n  ${body}`}${also}`
}
