import type { Cause } from '@/lib/explain/explanation'

/** One command, and the causes on which its answer throws light. */
export interface NextStep {
  command: string
  causes: Cause[]
}

/** The command to run next: that of the best cause, with all causes of which it tells. */
export function nextStep(causes: readonly Cause[]): NextStep | undefined {
  const [best] = causes
  if (!best) return undefined
  const { command } = best.tellApart
  return { command, causes: causes.filter((cause) => cause.tellApart.command === command) }
}
