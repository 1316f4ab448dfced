import type { Severity } from '@/lib/findings/finding'

/** How many of the four bars are filled; the word stands beside them or is said. */
const bars = { high: 4, medium: 3, low: 2, info: 1 } satisfies Record<Severity, number>

const tones = { high: 'text-fail', medium: 'text-unknown', low: 'text-ink3', info: 'text-ink3' } satisfies Record<
  Severity,
  string
>

/** Bars, since marks of a verdict and of a live reading have shapes of their own. */
export function SeverityBars({ severity, silent = false }: { severity: Severity; silent?: boolean }) {
  return (
    <svg
      viewBox="0 0 14 12"
      width={14}
      height={12}
      className={`shrink-0 ${tones[severity]}`}
      role={silent ? undefined : 'img'}
      aria-label={silent ? undefined : `${severity} severity`}
      aria-hidden={silent ? true : undefined}
    >
      {[1, 2, 3, 4].map((n) => (
        <rect
          key={n}
          x={(n - 1) * 3.5}
          y={12 - n * 3}
          width={2.5}
          height={n * 3}
          fill="currentColor"
          opacity={n <= bars[severity] ? 1 : 0.25}
        />
      ))}
    </svg>
  )
}
