import type { Header } from '@/lib/invocation/invocation'
import type { RecoveredRequest } from '../explanation'

/** Ways for a call to end without an answer. */
export type FailureSort =
  | 'dns'
  /** The connection is never made. */
  | 'timeout'
  /** The connection is made, and nothing comes. */
  | 'no-answer'
  | 'refused'
  /** The caller's own machine has no route. */
  | 'unreachable'
  | 'reset'
  | 'tls-name'
  | 'tls-expired'
  | 'tls-untrusted'
  | 'tls-plain'
  | 'tls-version'
  | 'tls-client-certificate'
  | 'tls'
  | 'proxy'

export interface Failure {
  sort: FailureSort
  exit?: number
  host?: string
  address?: string
  port?: number
  /** How long it took. */
  ms?: number
}

export interface Answer {
  status?: number
  headers: Header[]
  body?: string
  /** Whether its headers are shown at all. */
  headed: boolean
}

/** A question to DNS and what came back. */
export interface Lookup {
  name: string
  resolver?: string
  resolverName?: string
  addresses: string[]
  result: 'answer' | 'no-such-name' | 'empty' | 'fails' | 'no-server'
}

/** The lines of one execution log. */
export interface Log {
  requestId?: string
  lines: string[]
  /** Milliseconds between sending the request and the end, where the lines carry times. */
  waitedMs?: number
}

export interface Certificate {
  subject?: string
  issuer?: string
  /** Names that a message says it is valid for. */
  names?: string[]
  /** The server asked the client for a certificate. */
  asksForClient?: boolean
}

/** What the readers find in one piece of a paste. Lists keep the order of the text. */
export interface Facts {
  request: RecoveredRequest
  failures: Failure[]
  answers: Answer[]
  /** Bare status codes, as `-w '%{http_code}'` prints them. */
  statuses: number[]
  /** Addresses that were tried. */
  tried: string[]
  connected: string[]
  /** The caller's own address, where it is shown. */
  callers: string[]
  lookups: Lookup[]
  logs: Log[]
  certificate?: Certificate
  /** What shows a proxy on the way. */
  proxy: string[]
  /** curl's exit code where it came with an answer (`-f`). */
  exit?: number | undefined
  /** The caller is a Lambda function. */
  lambda?: boolean
  /** `$context` fields of an access log, by lower-case name. */
  access: Record<string, string>[]
}

export const noFacts = (): Facts => ({
  request: {},
  failures: [],
  answers: [],
  statuses: [],
  tried: [],
  connected: [],
  callers: [],
  lookups: [],
  logs: [],
  proxy: [],
  access: [],
})

/** A reader knows one kind of output, and finds nothing in any other. */
export type Reader = (text: string, lines: readonly string[]) => Partial<Facts>

/** Two findings as one; of single facts the first counts. */
export function merged(a: Facts, b: Partial<Facts>): Facts {
  const certificate = a.certificate || b.certificate ? { ...b.certificate, ...a.certificate } : undefined
  return {
    request: { ...b.request, ...a.request },
    failures: [...a.failures, ...(b.failures ?? [])],
    answers: [...a.answers, ...(b.answers ?? [])],
    statuses: [...a.statuses, ...(b.statuses ?? [])],
    tried: [...a.tried, ...(b.tried ?? [])],
    connected: [...a.connected, ...(b.connected ?? [])],
    callers: [...a.callers, ...(b.callers ?? [])],
    lookups: [...a.lookups, ...(b.lookups ?? [])],
    logs: [...a.logs, ...(b.logs ?? [])],
    proxy: [...a.proxy, ...(b.proxy ?? [])],
    access: [...a.access, ...(b.access ?? [])],
    ...(certificate ? { certificate } : {}),
    ...((a.exit ?? b.exit) === undefined ? {} : { exit: a.exit ?? b.exit }),
    ...(a.lambda || b.lambda ? { lambda: true } : {}),
  }
}
