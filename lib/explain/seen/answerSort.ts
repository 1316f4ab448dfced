import { isRecord } from '../paste/json'
import type { Answer } from '../read/facts'

/** Answers by what they mean; each has its texts from AWS's tables. */
export type AnswerSort =
  | 'forbidden'
  | 'missing-token'
  | 'denied'
  | 'authorizer-denied'
  | 'null-message'
  | 'incomplete-signature'
  | 'signature'
  | 'signature-expired'
  /** Signed for another region or service. */
  | 'scope'
  | 'token'
  | 'unauthorized'
  | 'throttled'
  | 'bad-request'
  | 'server-error'
  | 'network-error'
  | 'timed-out'
  | 'bad-gateway'
  | 'unavailable'
  | 'not-found'
  /** The page of an Application Load Balancer. */
  | 'balancer'
  /** A 403 of which only the status is known. */
  | 'refused-somehow'
  /** A 504 of which only the status is known. */
  | 'gateway-timeout'
  | 'answered'

/** https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden, and gateway response types below. */
const messages: [RegExp, AnswerSort][] = [
  [/^forbidden$/i, 'forbidden'],
  [/^missing authentication token$/i, 'missing-token'],
  [/is not authorized to perform: execute-api:invoke/i, 'denied'],
  [/^user is not authorized to access this resource/i, 'authorizer-denied'],
  [/not a valid key=value pair|invalid key=value pair|authorization header requires/i, 'incomplete-signature'],
  [/signature expired|signature not yet current/i, 'signature-expired'],
  [/request signature we calculated does not match/i, 'signature'],
  [/credential should be scoped/i, 'scope'],
  [/security token included in the request is (?:invalid|expired)|the security token/i, 'token'],
  [/^unauthorized$/i, 'unauthorized'],
  [/^too many requests$|^limit exceeded/i, 'throttled'],
  [/^network error communicating with endpoint$/i, 'network-error'],
  [/^endpoint request timed out$/i, 'timed-out'],
  [/^service unavailable$/i, 'unavailable'],
  [/^not found$/i, 'not-found'],
  [/^unsupported media type$|^invalid request body$|^missing required request parameters/i, 'bad-request'],
]

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html */
const types: Record<string, AnswerSort> = {
  ForbiddenException: 'forbidden',
  AccessDeniedException: 'denied',
  MissingAuthenticationTokenException: 'missing-token',
  IncompleteSignatureException: 'incomplete-signature',
  InvalidSignatureException: 'signature',
  UnrecognizedClientException: 'token',
  ExpiredTokenException: 'token',
  UnauthorizedException: 'unauthorized',
  TooManyRequestsException: 'throttled',
  LimitExceededException: 'throttled',
  BadRequestException: 'bad-request',
  ServiceUnavailableException: 'unavailable',
}

/** The message of a body, whatever the case of its key. */
export function messageOf(body: string | undefined): string | null | undefined {
  if (body === undefined || !/^\s*\{/.test(body)) return undefined
  try {
    const value: unknown = JSON.parse(body)
    if (!isRecord(value)) return undefined
    const message = value.message ?? value.Message
    if (typeof message === 'string') return message
    return message === null || value.Message === null ? null : undefined
  } catch {
    return /"[Mm]essage"\s*:\s*"([^"]{1,2000})/.exec(body)?.[1]
  }
}

export const errorTypeOf = (answer: Answer): string | undefined =>
  answer.headers.find((h) => /^x-amzn-errortype$/i.test(h.name))?.value.split(':')[0]

export function answerSortOf(answer: Answer): AnswerSort {
  const { status, body } = answer
  const message = messageOf(body)
  if (message === null && status === 403) return 'null-message'
  const type = types[errorTypeOf(answer) ?? '']
  const text = message ?? plainText(body)
  if (typeof text === 'string') {
    const known = messages.find(([pattern]) => pattern.test(text.trim()))?.[1]
    // A gateway response of the API's own has another text, and still AWS's type.
    if (known) return known === 'not-found' && type ? type : known
    if (/^internal server error$/i.test(text.trim())) return status === 502 ? 'bad-gateway' : 'server-error'
  }
  const server = answer.headers.find((h) => /^server$/i.test(h.name))?.value ?? ''
  const page = /<center><h1>(\d{3}) [^<]{1,60}<\/h1><\/center>/.test(body ?? '')
  if (/awselb/.test(server) || (page && !/nginx/.test(body ?? ''))) return 'balancer'
  if (type) return type
  return body === undefined ? byStatus(status) : 'answered'
}

/** Programs print the sentence alone; a short one may be anybody's. */
const plainText = (body: string | undefined): string | undefined =>
  body !== undefined && body.length > 30 && !/^\s*[{<]/.test(body) ? body.slice(0, 400) : undefined

/** Of an answer of which nothing but the status is known. */
export function byStatus(status: number | undefined): AnswerSort {
  switch (status) {
    case 401:
      return 'unauthorized'
    case 403:
      return 'refused-somehow'
    case 429:
      return 'throttled'
    case 500:
      return 'server-error'
    case 502:
      return 'bad-gateway'
    case 503:
      return 'unavailable'
    case 504:
      return 'gateway-timeout'
    default:
      return 'answered'
  }
}
