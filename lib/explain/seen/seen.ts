import type { Invocation } from '@/lib/invocation/invocation'
import type { NameOf } from '@/lib/naming/host'
import type { Outcome } from '@/lib/trace/trace'
import type { AwsFacts } from '../aws/facts'
import type { RecoveredRequest } from '../explanation'
import type { Answer, Certificate, Failure, FailureSort, Log, Lookup } from '../read/facts'
import type { AnswerSort } from './answerSort'
import type { Denial } from './denial'

/** What became of a call, in one word. `masked`: a good status around a refusal; `proxy-answer`: no answer of AWS's. */
export type Sort = FailureSort | AnswerSort | 'masked' | 'proxy-answer' | 'none'

/** A host that a call names, and what its name says. */
export interface Named {
  host: string
  port: number
  name: NameOf
}

/** Physical ids that a topology knows, for commands that ask for them. */
export interface Ids {
  api?: string
  resource?: string
  endpoint?: string
  group?: string
  subnet?: string
  balancer?: string
  balancerArn?: string
  targetGroupArn?: string
  vpcLink?: string
}

/** Everything a paste shows of one call, ready to be judged. */
export interface Seen {
  request: RecoveredRequest
  invocation?: Invocation
  scheme: 'http' | 'https'
  /** What the call connects to; absent where the paste does not show it. */
  to?: Named
  /** The Host that is sent. */
  host?: Named
  /** Value of `x-apigw-api-id`. */
  apiHeader?: string
  /** The path of the URL. */
  path?: string
  sort: Sort
  outcome: Outcome
  failure?: Failure
  answer?: Answer
  /** The refusal comes from behind the integration, not from the API that was called. */
  inner: boolean
  denial?: Denial
  /** Addresses of the host that is called. */
  addresses: string[]
  /** Whether these are private. */
  leads: 'private' | 'public' | 'unknown'
  connected: boolean
  lookups: Lookup[]
  certificate?: Certificate
  log?: Log
  /** The words of logs about what failed. */
  words: string
  access?: Record<string, string>
  /** The same call succeeds now and fails then. */
  intermittent: boolean
  runs: { good: number; bad: number }
  /** Addresses at which the same call got an answer of its own. */
  succeededAt: string[]
  callers: string[]
  lambda: boolean
  proxy: string[]
  aws: AwsFacts
  /** Comments and prose of whoever pasted: hints, never facts. */
  told: string
  /** How long the call took. */
  ms?: number
  ids?: Ids
  /** The other calls of the same paste. */
  others: Seen[]
}

export const is = (seen: Seen, ...sorts: Sort[]): boolean => sorts.includes(seen.sort)
