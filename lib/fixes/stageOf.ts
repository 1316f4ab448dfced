/** The stage that a hop's checks found. */
export const stageOf = (checks: { id: string; verdict: string; fact: string }[]): string | undefined =>
  checks.find((c) => c.id === 'stage.exists' && c.verdict === 'pass')?.fact
