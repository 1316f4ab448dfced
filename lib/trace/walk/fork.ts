import { distinct } from '../outcome'
import type { Branch } from '../trace'
import { judge } from '../verdict'
import { currentHop, type Stop, unwind, type Walk } from '../walk'
import type { Next } from './next'

/**
 * The path parts. Every way is walked to its end: all reach, or all are blocked, or it hangs on chance. The way that
 * goes on in the main line is the first that reaches, else the first.
 */
export function fork(
  walk: Walk,
  { ways, undocumented }: Next & { step: 'fork' },
  run: (walk: Walk, next: Next) => void,
): void {
  const hop = currentHop(walk)
  const branches = ways.map(({ to, share, next }) => {
    const at = { ...hop, checks: [] }
    const child: Walk = {
      ...walk,
      hops: [at],
      stops: [],
      missing: [],
      passed: [...walk.passed],
      frames: [],
      answer: undefined,
      brief: undefined,
      lost: false,
      takesMs: 0,
    }
    run(child, next)
    unwind(child)
    return { to, share, child, judged: judge(child), at }
  })
  hop.branches = branches.map(
    ({ to, share, child, judged }): Branch => ({
      to,
      ...(share === undefined ? {} : { share }),
      verdict: judged.verdict,
      outcome: judged.outcome,
      hops: child.hops.slice(1),
    }),
  )
  const main = branches.find((b) => b.judged.verdict === 'reaches') ?? branches[0]
  if (!main) return
  hop.checks.push(...main.at.checks)
  walk.hops.push(...main.child.hops.slice(1))
  walk.lost ||= branches.some((b) => b.child.lost)
  walk.takesMs = Math.max(...branches.map((b) => b.child.takesMs))
  if (main.child.arrivesAs) walk.arrivesAs = main.child.arrivesAs
  for (const { child } of branches) walk.missing.push(...child.missing)
  const verdicts = new Set(branches.map((b) => b.judged.verdict))
  const alike = distinct(branches.flatMap((b) => b.judged.outcome)).length === 1
  const undecided = walk.stops.at(-1)
  if (undocumented && alike && undecided) undecided.outcomes = [undocumented]
  const stops = main.child.stops.map((stop): Stop => (stop.at === main.at ? { ...stop, at: hop } : stop))
  if (verdicts.size === 1 && verdicts.has('blocked')) {
    // All are blocked: the first way's stops stand for the others, its outcome for any of theirs.
    const outcomes = distinct(branches.flatMap((b) => b.judged.outcome))
    const decider = stops.find((s) => s.certain)
    if (decider) decider.outcomes = outcomes
    walk.stops.push(...stops)
    return
  }
  walk.answer = distinct(branches.flatMap((b) => b.child.answer ?? []))
  if (verdicts.size === 1 && verdicts.has('reaches')) return
  for (const { judged } of branches) {
    if (judged.verdict === 'reaches') continue
    const stop = judged.decidedBy
    const outcomes = distinct([judged.outcome]).filter((o) => judged.verdict === 'blocked' || !walk.answer?.includes(o))
    if (stop) walk.stops.push({ ...stop, at: walk.hops.includes(stop.at) ? stop.at : hop, certain: false, outcomes })
  }
}
