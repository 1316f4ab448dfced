import type { Outcome, Verdict } from '@/lib/trace/trace'

/** What a trace, or a URL form that was traced, says at its end. */
export interface Answered {
  verdict: Verdict
  outcome: Outcome
}

/** The words on the verdict button. They never promise more than the trace knows. */
export function verdictWords({ verdict, outcome }: Answered): { word: string; detail: string } {
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
export function verdictSentence(answered: Answered): string {
  const { word, detail } = verdictWords(answered)
  if (detail === '') return word
  return /^\d/.test(detail) ? `${word} ${detail}` : `${word}, ${detail}`
}
