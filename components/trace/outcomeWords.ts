import type { Outcome, Trace } from '@/lib/trace/trace'

/** The outcome in one or two words, as large type. */
export function outcomeWords(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'response':
      return outcome.status === undefined ? 'An answer' : String(outcome.status)
    case 'dns':
      return 'No DNS answer'
    case 'timeout':
      return 'Timeout'
    case 'refused':
      return 'Refused'
    case 'tls':
      return 'TLS error'
    case 'unknown':
      return 'Not known'
  }
}

/** What the caller gets, as large type: where the call is blocked for certain, by one of several answers, their names. */
export function answerWords({ verdict, outcome }: Trace): string {
  const names = new Set(outcome.candidates?.map(outcomeWords))
  if (verdict !== 'blocked' || outcome.kind !== 'unknown' || names.size === 0 || names.size > 3)
    return outcomeWords(outcome)
  return [...names].join(' or ')
}

/** Whether `curlSays` is curl's own line. */
export const isCurlLine = (outcome: Outcome): boolean => outcome.kind !== 'response' && outcome.kind !== 'unknown'

/** What curl prints where there is no answer, or what is said about an answer nobody stated. */
export function curlSays(outcome: Outcome): string | undefined {
  if (outcome.kind === 'response') {
    if (outcome.status === undefined) return 'The call arrives. What the application answers is not stated.'
    return outcome.body === undefined && outcome.bodyContains === undefined ? 'The body is not known.' : undefined
  }
  if (outcome.kind === 'unknown')
    return outcome.candidates && outcome.candidates.length > 0 ? 'One of these:' : undefined
  const code = outcome.curlExitCode === undefined ? '' : `curl: (${outcome.curlExitCode}) `
  if (outcome.curlMessage !== undefined) return `${code}${outcome.curlMessage}`
  const after = outcome.failsAfterMs === undefined ? '' : ` after ${Math.round(outcome.failsAfterMs / 1000)} s`
  return `${code}${outcomeWords(outcome)}${after}`
}
