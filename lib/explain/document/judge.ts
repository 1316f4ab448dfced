import type { Invocation } from '@/lib/invocation/invocation'
import { redact } from '@/lib/invocation/redact'
import { VantageError } from '@/lib/network/vantage'
import type { TopologyDocument } from '@/lib/topology/document'
import { trace as traced } from '@/lib/trace/engine'
import type { Outcome, Trace } from '@/lib/trace/trace'
import { CallError } from '@/lib/trace/walk/start'
import type { CauseRule } from '../causes/cause'
import type { Cause, CauseVerdict, RuledOut, Traced } from '../explanation'
import type { Ids, Seen } from '../seen/seen'
import { answerOf, type CauseAnswer, decides, firstOf, type Placed, placed } from './answers'
import { callFrom } from './call'
import { idsOn } from './ids'
import { vantagesFor } from './vantages'

/** What a topology says of a cause, over every place from which the call may come. */
export interface Judgement {
  vantages: string[]
  traced: Traced[]
  /** The call at hand stands in for one that the paste does not show. */
  assumed: boolean
  /** The topology proves, weakens or leaves a cause as it is. */
  of: (rule: CauseRule) => { verdict?: CauseVerdict; sentence?: string; resource?: string; at?: Cause['at'] } | RuledOut
  /** Ids for the command that asks for a cause. */
  ids: (rule: CauseRule) => Ids
  /** Causes that the topology shows though the paste did not suggest them. */
  shown: (rule: CauseRule) => boolean
  /** The sentence of the check that decides the traced call, where the trace predicts what the paste shows. */
  decides?: string
  /** One sentence where topology and paste do not fit together. */
  says?: string
}

interface Run {
  trace: Trace
  all: Placed[]
  fits: boolean
}

export function judgeBy(doc: TopologyDocument, seen: Seen, atHand?: Invocation): Judgement | undefined {
  const { found, others } = vantagesFor(doc, seen)
  const shown = found.flatMap((vantage) => runOf(doc, seen, callFrom(doc, seen, vantage)))
  const assumed = shown.length === 0 && atHand !== undefined && seen.request.url === undefined
  const runs = assumed ? runOf(doc, seen, atHand) : shown
  const drawn = runs.filter((run) => run.fits)
  const fitting =
    drawn.length > 0 ? drawn : others.flatMap((v) => runOf(doc, seen, callFrom(doc, seen, v))).filter((run) => run.fits)
  // One of several places that fits is no proof: the paste may come from another one.
  const proves = !assumed && fitting.length > 0 && runs.every((run) => run.fits)
  // Places from which the topology predicts what the paste shows; where there is none, every place.
  const asked = fitting.length > 0 ? fitting : runs
  // The call at hand may be another one: only where it is answered like this it says anything.
  if (asked.length === 0 || (assumed && fitting.length === 0)) return undefined
  return {
    vantages: asked.map((run) => run.trace.invocation.vantage),
    traced: asked.map(({ trace, fits }) => ({
      call: redact(trace.invocation),
      verdict: trace.verdict,
      asSeen: fits,
    })),
    assumed,
    of: (rule) => verdictOf(doc, asked, rule, proves),
    ids: (rule) => idsFor(doc, asked, rule),
    shown: (rule) => asked.every((run) => decider(doc, run, rule) !== undefined && run.fits),
    ...decisionOf(fitting),
    ...(asked.every((run) => run.trace.verdict === 'reaches') && seen.sort !== 'answered'
      ? {
          says: 'In this topology the call gets through, so what stops it is not drawn, or AWS is no longer as it was read.',
        }
      : {}),
  }
}

/** Of the places that fit, all have to be decided by the same check. */
function decisionOf(runs: readonly Run[]): { decides?: string } {
  const checks = runs.map((run) => run.all.find((at) => at.check.verdict === 'fail' && decides(run.trace, at))?.check)
  const [first] = checks
  return first && checks.every((check) => check?.id === first.id) ? { decides: first.says } : {}
}

function runOf(doc: TopologyDocument, seen: Seen, call: Invocation | undefined): Run[] {
  if (!call) return []
  try {
    const trace = traced(doc, call)
    return [{ trace, all: placed(trace), fits: trace.verdict !== 'reaches' && isSame(trace.outcome, seen.outcome) }]
  } catch (error) {
    if (error instanceof VantageError || error instanceof CallError) return []
    throw error
  }
}

/** Whether a predicted outcome is the one that was seen; of an unknown one a candidate is enough. */
function isSame(predicted: Outcome, shown: Outcome): boolean {
  if (predicted.kind === 'unknown') return (predicted.candidates ?? []).some((c) => isSame(c, shown))
  if (predicted.kind !== shown.kind) return false
  if (predicted.status !== undefined && shown.status !== undefined && predicted.status !== shown.status) return false
  const bodies = [predicted.body, ...(predicted.bodyAlso ?? [])].filter((b) => b !== undefined)
  if (bodies.length === 0 || shown.body === undefined || predicted.kind !== 'response') return true
  const words = (body: string) =>
    body
      .replaceAll(/\s|\*+/g, '')
      .slice(0, 24)
      .toLowerCase()
  return bodies.some((body) => words(body) === words(shown.body ?? ''))
}

function idsFor(doc: TopologyDocument, runs: readonly Run[], rule: CauseRule): Ids {
  const [run] = runs
  if (!run) return {}
  const failing = answerOf(doc, run.trace, run.all, rule).at
  return idsOn(doc, run.all, failing ?? firstOf(doc, run.trace, run.all, rule))
}

function decider(doc: TopologyDocument, run: Run, rule: CauseRule): CauseAnswer | undefined {
  const answer = answerOf(doc, run.trace, run.all, rule)
  return answer.is === 'holds' && answer.at && decides(run.trace, answer.at) ? answer : undefined
}

function verdictOf(
  doc: TopologyDocument,
  runs: readonly Run[],
  rule: CauseRule,
  proves: boolean,
): ReturnType<Judgement['of']> {
  const answers = runs.map((run) => ({ run, answer: answerOf(doc, run.trace, run.all, rule) }))
  const [first] = answers
  if (first && answers.every(({ answer }) => answer.is === 'falls'))
    return { says: `${first.answer.at?.check.says ?? ''}`, causes: [rule.id] }
  const proved = answers.filter(({ run, answer }) => answer.at && run.fits && decides(run.trace, answer.at))
  const held = proved[0] ?? answers.find(({ answer }) => answer.is === 'holds' || answer.is === 'shows')
  if (!held?.answer.at) return {}
  const { check, hop } = held.answer.at
  const verdict =
    proves && proved.length === runs.length
      ? 'certain'
      : proved.length > 0
        ? 'likely'
        : held.answer.is === 'holds'
          ? 'likely'
          : undefined
  return {
    sentence: check.says,
    resource: check.resource ?? hop.resource,
    at: { n: hop.n, check: check.id },
    ...(verdict === undefined ? {} : { verdict }),
  }
}
