import type { Why } from '@/lib/known/known'

/** Why a read failed, in the words of `notVisible`. `gone`: AWS says that the resource does not exist. */
export interface Failure {
  why: Why | 'gone'
  /** AWS's error code, or what the connection or the parser said. */
  code: string
  message: string
}

const denied =
  /AccessDenied|UnauthorizedOperation|NotAuthorized|AuthFailure|InvalidClientTokenId|ExpiredToken|Forbidden/
const throttled = /Throttl|RequestLimitExceeded|TooManyRequests|SlowDown/
const gone = /NotFound|DoesNotExist|NoSuch/

/** A read that failed, with the operation that was tried: what a `notVisible` entry is made from. */
export class CallFailed extends Error implements Failure {
  readonly why: Failure['why']
  readonly code: string

  constructor(
    readonly operation: string,
    cause: unknown,
  ) {
    const { why, code, message } = failureOf(cause)
    super(message, { cause })
    this.why = why
    this.code = code
  }
}

/** Whether AWS says that what was asked for does not exist. */
export const isGone = (error: unknown): boolean => error instanceof CallFailed && error.why === 'gone'

/**
 * Sorts what the SDK throws. A captive proxy or an emulator answers with HTML, which the SDK reports as a SyntaxError
 * or a parse error without an AWS code: that is *failed*, like a cut connection or a timeout.
 */
export function failureOf(error: unknown): Failure {
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : String(error)
  if (denied.test(code)) return { why: 'accessDenied', code, message }
  if (throttled.test(code)) return { why: 'throttled', code, message }
  if (gone.test(code) && !/html/i.test(message)) return { why: 'gone', code, message }
  return { why: 'failed', code, message }
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const { name, code, Code } = error as { name?: unknown; code?: unknown; Code?: unknown }
  return [Code, name, code].find((word): word is string => typeof word === 'string' && word !== 'Error') ?? 'Error'
}
