import type { Outcome, Trace } from '@/lib/trace/trace'

/** The words on the verdict button. They never promise more than the trace knows. */
export function verdictWords(trace: Trace): { word: string; detail: string } {
  const { verdict, outcome } = trace
  if (verdict === 'unknown') return { word: 'Not known', detail: '' }
  if (verdict === 'reaches')
    return { word: 'Reaches', detail: outcome.status === undefined ? '' : String(outcome.status) }
  if (outcome.kind === 'response' && outcome.status !== undefined)
    return outcome.status < 400
      ? { word: 'Blocked', detail: `answers ${outcome.status}` }
      : { word: 'Blocked', detail: String(outcome.status) }
  return { word: 'Blocked', detail: silence[outcome.kind] }
}

const silence = {
  response: '',
  unknown: '',
  dns: 'no DNS answer',
  timeout: 'timeout',
  refused: 'refused',
  tls: 'TLS error',
} satisfies Record<Outcome['kind'], string>

/** As spoken: "Blocked, timeout", "Blocked 403", "Blocked, answers 200". */
export function verdictSentence(trace: Trace): string {
  const { word, detail } = verdictWords(trace)
  if (detail === '') return word
  return /^\d/.test(detail) ? `${word} ${detail}` : `${word}, ${detail}`
}
