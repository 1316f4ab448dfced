import type { Outcome } from './trace'

/**
 * What a caller sees, to the byte. Spacing is part of the text: answers of the gateway and of authorization have no
 * space after the colon, those of integrations and of request validation have one.
 */
const response = (status: number, errorType: string, body: string): Outcome => ({
  kind: 'response',
  status,
  errorType,
  body,
})

/** No such API, no such stage, WAF, API key: https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden */
export const forbidden = response(403, 'ForbiddenException', '{"message":"Forbidden"}')

export const missingToken = response(
  403,
  'MissingAuthenticationTokenException',
  '{"message":"Missing Authentication Token"}',
)

export const unauthorized = response(401, 'UnauthorizedException', '{"message":"Unauthorized"}')

export const tooManyRequests = response(429, 'TooManyRequestsException', '{"message":"Too Many Requests"}')

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html */
export const internalServerError = response(500, 'InternalServerErrorException', '{"message": "Internal server error"}')
export const networkError = response(
  504,
  'InternalServerErrorException',
  '{"message": "Network error communicating with endpoint"}',
)
export const timedOut = response(504, 'InternalServerErrorException', '{"message": "Endpoint request timed out"}')

export const unsupportedMediaType = response(415, 'BadRequestException', '{"message":"Unsupported Media Type"}')

export const badRequest = (message: string): Outcome =>
  response(400, 'BadRequestException', `{"message": "${message}"}`)

export const status = (code: number): Outcome => ({ kind: 'response', status: code })

export const timeout: Outcome = { kind: 'timeout' }
export const refused: Outcome = { kind: 'refused' }
export const noName: Outcome = { kind: 'dns' }
/** The certificate does not name the host, or nobody trusts it: curl 60. */
export const wrongCertificate: Outcome = { kind: 'tls', curlExitCode: 60 }
/** The handshake fails: curl 35. */
export const handshakeFails: Outcome = { kind: 'tls', curlExitCode: 35 }
/** The connection breaks after it was made: curl 56 or 52. */
export const broken: Outcome = { kind: 'refused', curlExitCode: 56 }

const same = (a: Outcome, b: Outcome): boolean =>
  a.kind === b.kind &&
  a.status === b.status &&
  a.errorType === b.errorType &&
  a.body === b.body &&
  a.bodyContains === b.bodyContains &&
  a.curlExitCode === b.curlExitCode

/** The outcomes without repetitions, each `unknown` opened into its candidates. */
export function distinct(outcomes: Outcome[]): Outcome[] {
  const found: Outcome[] = []
  for (const outcome of outcomes)
    for (const one of outcome.kind === 'unknown' ? (outcome.candidates ?? []) : [outcome])
      if (!found.some((other) => same(other, one))) found.push(one)
  return found
}

/** One outcome, or `unknown` with what may come. */
export function oneOf(outcomes: Outcome[]): Outcome {
  const all = distinct(outcomes)
  const [first, ...more] = all
  if (first && more.length === 0) return first
  return { kind: 'unknown', candidates: all }
}
