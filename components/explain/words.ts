import type { AnsweredBy, CauseVerdict } from '@/lib/explain/explanation'

export const answeredByWords = {
  gateway: 'API Gateway',
  backend: 'what stands behind the integration',
  network: 'nobody: the network ended the call',
  client: 'nobody: the caller itself ended the call',
  unknown: 'not known',
} satisfies Record<AnsweredBy, string>

export const verdictWords = {
  certain: 'certain',
  likely: 'likely',
  possible: 'possible',
} satisfies Record<CauseVerdict, string>

/** A cause in a few words: its id without the hyphens. */
export const causeTitle = (id: string): string => {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
