import type { Header } from '@/lib/invocation/invocation'
import type { Outcome } from '@/lib/trace/trace'

export const forms = [
  'private-dns',
  'endpoint-host',
  'endpoint-header',
  'endpoint-zonal',
  'alias',
  'custom-domain',
  'nlb',
  'nlb-host',
  'nlb-header',
  'nlb-connect-to',
  'regional',
  'edge',
] as const
export type Form = (typeof forms)[number]

/** One way to call one method from one vantage: an element of `throughline urls --json`. */
export interface InvokeUrl {
  /** Logical id of the node whose URL this is (API, endpoint, load balancer, domain). */
  resource: string
  api?: string
  stage?: string
  method?: string
  path?: string
  form: Form
  vantage: string
  url: string
  headers: Header[]
  /** One bash line. */
  curl: string
  works: boolean | 'unknown'
  /** *Use this one*: exactly one for a vantage and a kind of caller. */
  best?: true
  /** One sentence: why it is the best, cannot work, or is not known. */
  reason?: string
  /** Needs `-k`: offered only for debugging. */
  debug?: true
  /** What stands in the URL for a path parameter or a wanted query parameter; `example` where nobody gave a value. */
  standsFor?: { name: string; value: string; example?: true }[]
  /** What the caller sees, where it was asked for. */
  outcome?: Outcome
}
