/** The middle value; of an even number the lower one of the two in the middle. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}

export interface Ratio {
  ours: number
  theirs: number
  ratio: number
}

/**
 * Runs the two in turn, so that a change of the machine's speed meets both, and compares the medians. A first pair
 * warms up and does not count.
 */
export async function alternating(
  runs: number,
  ours: () => Promise<number> | number,
  theirs: () => Promise<number> | number,
): Promise<Ratio> {
  const a: number[] = []
  const b: number[] = []
  for (let run = 0; run <= runs; run++) {
    const first = await ours()
    const second = await theirs()
    if (run === 0) continue
    a.push(first)
    b.push(second)
  }
  return { ours: median(a), theirs: median(b), ratio: median(a) / median(b) }
}

let missed = 0

/** Prints one figure with its bound. */
export function report(what: string, { ours, theirs, ratio }: Ratio, bound: number, unit: string): void {
  const ok = ratio <= bound
  if (!ok) missed += 1
  const figures = `${format(ours)} ${unit} against ${format(theirs)} ${unit}`
  process.stdout.write(`${ok ? 'ok    ' : 'MISSED'} ${what}: ${ratio.toFixed(2)} × (at most ${bound}), ${figures}\n`)
}

/** Prints one figure in milliseconds that has a bound of its own. */
export function reportAtMost(what: string, value: number, bound: number): void {
  const ok = value <= bound
  if (!ok) missed += 1
  process.stdout.write(`${ok ? 'ok    ' : 'MISSED'} ${what}: ${value.toFixed(1)} ms (at most ${bound.toFixed(1)})\n`)
}

/** Prints one figure of which more is better, with its bound. */
export function reportAtLeast(what: string, { ours, theirs, ratio }: Ratio, bound: number, unit: string): void {
  const ok = ratio >= bound
  if (!ok) missed += 1
  const figures = `${format(ours)} ${unit} against ${format(theirs)} ${unit}`
  process.stdout.write(`${ok ? 'ok    ' : 'MISSED'} ${what}: ${ratio.toFixed(0)} × (at least ${bound}), ${figures}\n`)
}

/** To be called last: exit code 1 when a bound was missed. */
export function finish(): void {
  process.exitCode = missed > 0 ? 1 : 0
}

const format = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 1 ? 1 : 3))
