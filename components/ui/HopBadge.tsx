import type { Status } from './status'

const tones: Partial<Record<Status, string>> = {
  passes: 'bg-pass-solid text-panel',
  blocked: 'bg-fail-mark text-panel',
  unknown: 'bg-unknown text-panel',
}

/** The number that names a hop everywhere. */
export function HopBadge({ n, status }: { n: number; status: Status }) {
  return (
    <span
      className={`inline-flex h-[15px] min-w-[18px] shrink-0 items-center justify-center rounded-bar px-1 font-mono text-[11px] leading-none font-semibold ${tones[status] ?? 'bg-idle text-panel'}`}
    >
      {n}
    </span>
  )
}
