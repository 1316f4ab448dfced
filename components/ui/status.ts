import type { Verdict } from '@/lib/trace/trace'

/** Predicted (the first five) and observed (the rest) never share a mark. */
export const statusWord = {
  passes: 'passes',
  blocked: 'blocked',
  unknown: 'not known',
  unchecked: 'not checked',
  invisible: 'not visible',
  ok: 'ok',
  degraded: 'degraded',
  down: 'down',
  stale: 'stale',
} satisfies Record<string, string>

export type Status = keyof typeof statusWord

export const verdictStatus = {
  reaches: 'passes',
  blocked: 'blocked',
  unknown: 'unknown',
} satisfies Record<Verdict, Status>

/** What a single check says, as a status. */
export const checkStatus = { pass: 'passes', fail: 'blocked', unknown: 'unknown' } as const
