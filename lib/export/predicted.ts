import type { Outcome } from '@/lib/trace/trace'
import type { InvokeUrl } from '@/lib/urls/invokeUrl'

/** What a prediction allows: a status with or without a body, any answer, or one of curl's exit codes. */
export type Allowed =
  | { kind: 'status'; status: number; body?: string; contains?: string }
  | { kind: 'answer' }
  | { kind: 'exit'; codes: number[] }

/** curl's exit codes by what stops a call (https://curl.se/libcurl/c/libcurl-errors.html); 51 is 60 before curl 7.62. */
const exits: Record<'dns' | 'timeout' | 'refused' | 'tls', number[]> = {
  dns: [6],
  timeout: [28],
  refused: [7, 35, 52, 56],
  tls: [35, 51, 60],
}

/** Everything that an outcome allows; none: nothing is predicted. */
export function allowed(outcome: Outcome): Allowed[] {
  if (outcome.kind === 'unknown') return (outcome.candidates ?? []).flatMap(allowed)
  if (outcome.kind !== 'response') return [{ kind: 'exit', codes: exits[outcome.kind] }]
  const { status, body, bodyAlso, bodyContains } = outcome
  if (status === undefined) return [{ kind: 'answer' }]
  if (bodyContains !== undefined) return [{ kind: 'status', status, contains: bodyContains }]
  if (body === undefined) return [{ kind: 'status', status }]
  return [body, ...(bodyAlso ?? [])].map((text) => ({ kind: 'status', status, body: text }))
}

/** The prediction in a few words: `200`, `403 or 504`, `curl exit 28`. */
export function inWords(outcome: Outcome): string {
  const words = allowed(outcome).map((one) => {
    if (one.kind === 'answer') return 'an answer'
    return one.kind === 'status' ? String(one.status) : `curl exit ${one.codes.join('/')}`
  })
  return words.length === 0 ? 'not known' : [...new Set(words)].join(' or ')
}

/** How a call is titled: `GET 3i95y1yx06/dev/webpage by endpoint-host through vpce-…`. */
export const titleOf = ({ method, path, form, stage, resource, api }: InvokeUrl): string =>
  [
    method ?? 'GET',
    path === undefined ? undefined : `${api}/${stage}${path}`,
    `by ${form}`,
    resource === api ? undefined : `through ${resource}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ')
