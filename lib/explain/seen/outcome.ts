import * as answers from '@/lib/trace/outcome'
import type { Outcome } from '@/lib/trace/trace'
import { accessField, statusOf } from '../read/accessLog'
import type { Answer, Failure, FailureSort, Log } from '../read/facts'
import { type AnswerSort, errorTypeOf } from './answerSort'

const kinds: Record<FailureSort, Outcome['kind']> = {
  dns: 'dns',
  timeout: 'timeout',
  'no-answer': 'timeout',
  refused: 'refused',
  unreachable: 'refused',
  reset: 'refused',
  'tls-name': 'tls',
  'tls-expired': 'tls',
  'tls-untrusted': 'tls',
  'tls-plain': 'tls',
  'tls-version': 'tls',
  'tls-client-certificate': 'tls',
  tls: 'tls',
  proxy: 'refused',
}

/** A failure without an answer, as the trace writes outcomes. */
export function failed(failure: Failure): Outcome {
  return {
    kind: kinds[failure.sort],
    ...(failure.exit === undefined ? {} : { curlExitCode: failure.exit }),
    ...(failure.ms === undefined ? {} : { failsAfterMs: failure.ms }),
  }
}

/** An answer as it was shown. */
export function answered(answer: Answer, exit: number | undefined): Outcome {
  const errorType = errorTypeOf(answer)
  return {
    kind: 'response',
    ...(answer.status === undefined ? {} : { status: answer.status }),
    ...(errorType === undefined ? {} : { errorType }),
    ...(answer.body === undefined ? {} : { body: answer.body }),
    ...(exit === undefined ? {} : { curlExitCode: exit }),
  }
}

/** Statuses that a body gives away where none is shown. */
const statuses: Partial<Record<AnswerSort, number>> = {
  forbidden: 403,
  'missing-token': 403,
  denied: 403,
  'authorizer-denied': 403,
  'incomplete-signature': 403,
  signature: 403,
  'signature-expired': 403,
  token: 403,
  unauthorized: 401,
  throttled: 429,
  'server-error': 500,
  'network-error': 504,
  'timed-out': 504,
  unavailable: 503,
  'not-found': 404,
}

export const withStatus = (answer: Answer, sort: AnswerSort): Answer => {
  const status = answer.status ?? statuses[sort]
  return status === undefined ? answer : { ...answer, status }
}

/**
 * What the caller of a logged request saw: the log's last lines say how it ended.
 * https://repost.aws/knowledge-center/api-gateway-errors
 */
export function ofLog(log: Log): Answer | undefined {
  const text = log.lines.join('\n')
  const status = Number(/Method completed with status: (\d{3})/.exec(text)?.[1] ?? Number.NaN)
  const known = outcomeOf(text)
  if (known && (Number.isNaN(status) || status === known.status)) return answerOf(known)
  if (Number.isNaN(status)) return undefined
  const body = /Method response body after transformations: ?(.*)$/m.exec(text)?.[1]
  const plain: Answer = { status, headers: [], headed: true, ...(body ? { body } : {}) }
  return status >= 500 && body === undefined
    ? answerOf(status === 504 ? answers.timedOut : answers.internalServerError)
    : plain
}

function outcomeOf(text: string): Outcome | undefined {
  if (/due to an? timeout error|Execution failed due to a timeout/i.test(text)) return answers.timedOut
  if (/network error communicating with endpoint/i.test(text)) return answers.networkError
  if (/Malformed Lambda proxy response|Lambda execution failed/i.test(text))
    return { ...answers.internalServerError, status: 502 }
  if (/Execution failed due to (?:an? )?(?:configuration|vpc link|internal)/i.test(text))
    return answers.internalServerError
  return /API Key .{0,200}not authorized/.test(text) ? answers.forbidden : undefined
}

function answerOf(outcome: Outcome): Answer {
  const { status, errorType, body } = outcome
  return {
    headed: true,
    headers: errorType === undefined ? [] : [{ name: 'x-amzn-ErrorType', value: errorType }],
    ...(status === undefined ? {} : { status }),
    ...(body === undefined ? {} : { body }),
  }
}

/** Response types of an access log and what they are for the caller; not every one has one text. */
const responseTypes: Record<string, AnswerSort> = {
  INVALID_API_KEY: 'forbidden',
  WAF_FILTERED: 'forbidden',
  ACCESS_DENIED: 'denied',
  MISSING_AUTHENTICATION_TOKEN: 'missing-token',
  INTEGRATION_TIMEOUT: 'timed-out',
  INTEGRATION_FAILURE: 'network-error',
  API_CONFIGURATION_ERROR: 'server-error',
  UNAUTHORIZED: 'unauthorized',
  EXPIRED_TOKEN: 'token',
  INVALID_SIGNATURE: 'signature',
  THROTTLED: 'throttled',
  QUOTA_EXCEEDED: 'throttled',
}

export const sortOfAccess = (entry: Record<string, string>): AnswerSort | undefined =>
  responseTypes[accessField(entry, 'responsetype', 'errorresponsetype', 'errortype', 'gatewayresponsetype') ?? '']

/** The answer that a line of an access log speaks of. */
export function ofAccess(entry: Record<string, string>): Answer {
  const status = statusOf(entry)
  const message = accessField(entry, 'errormessage', 'message', 'errormessagestring', 'error')?.replace(/^"|"$/g, '')
  return {
    headers: [],
    headed: false,
    ...(status === undefined ? {} : { status }),
    ...(message === undefined ? {} : { body: JSON.stringify({ message }) }),
  }
}
