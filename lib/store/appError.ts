/** What a person may be told. Everything else that is thrown becomes `internal` at a door, with a reference id. */
export type ErrorCode =
  | 'badInput'
  | 'forbidden'
  | 'internal'
  | 'newer'
  | 'notFound'
  | 'notSignedIn'
  | 'stale'
  | 'tooLarge'
  | 'tooMany'

export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: unknown,
  ) {
    super(message)
  }
}
