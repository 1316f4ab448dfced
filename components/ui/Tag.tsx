import { Mark } from './Mark'
import { type Status, statusWord } from './status'

const tones: Record<Status, string> = {
  passes: 'bg-pass-tint text-pass',
  ok: 'bg-pass-tint text-pass',
  blocked: 'bg-fail-tint text-fail',
  down: 'bg-fail-tint text-fail',
  unknown: 'bg-unknown-tint text-unknown',
  invisible: 'bg-unknown-tint text-unknown',
  degraded: 'bg-unknown-tint text-warn',
  unchecked: 'bg-sunken text-idle',
  stale: 'bg-sunken text-idle',
}

/** A status with its word: the mark of a head, a tab or a row. `word` overrides the usual one. */
export function Tag({ status, word }: { status: Status; word?: string }) {
  return (
    <span
      className={`inline-flex h-5 items-center gap-1.5 rounded-bar px-1.5 text-label whitespace-nowrap ${tones[status]}`}
    >
      <Mark status={status} size={12} silent />
      {word ?? statusWord[status]}
    </span>
  )
}
