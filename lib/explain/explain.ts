import type { Invocation } from '@/lib/invocation/invocation'
import { redact } from '@/lib/invocation/redact'
import type { TopologyDocument } from '@/lib/topology/document'
import { callsIn } from './calls'
import { causes as rules } from './causes'
import { type CauseRule, type Fit, sentenceOf } from './causes/cause'
import type { CauseId } from './causes/ids'
import { type Judgement, judgeBy } from './document/judge'
import type { Cause, CauseVerdict, ExplainedCall, Explanation, RecoveredRequest, RuledOut } from './explanation'
import { ruledOut } from './rulesOut'
import { saysOf } from './says'
import { secretsIn, without } from './secrets'
import type { Ids, Seen } from './seen/seen'
import { answeredBy } from './who'

export interface ExplainOptions {
  /** Every cause is held against it, and the call is traced in it. */
  doc?: TopologyDocument
  /** The call at hand: it is traced where the paste shows no URL. */
  call?: Invocation
}

/**
 * What a pasted failure shows: each call in it with who answered, what that rules out, and the causes that are left,
 * best first. Nothing of the paste is kept, and nothing secret in it comes out.
 */
export function explain(text: string, { doc, call }: ExplainOptions = {}): Explanation {
  const calls = callsIn(text).map((seen) => explained(seen, doc ? judgeBy(doc, seen, call) : undefined))
  return without({ calls }, secretsIn(text))
}

const order: Record<CauseVerdict, number> = { certain: 0, likely: 1, possible: 2 }

interface Ranked {
  rule: CauseRule
  cause: Cause
  weight: number
}

function explained(seen: Seen, judgement: Judgement | undefined): ExplainedCall {
  const out = ruledOut(seen)
  const gone = new Set<CauseId>(out.flatMap((o) => o.causes))
  const ranked: Ranked[] = []
  for (const rule of rules) {
    const fit = gone.has(rule.id) ? undefined : rule.fits(seen)
    if (fit && 'refuted' in fit) out.push({ says: fit.refuted, causes: [rule.id] })
    else if (fit) {
      const judged = judgement?.of(rule) ?? {}
      if ('causes' in judged) out.push(judged)
      else ranked.push(rankedOf(seen, rule, fit, judged, judgement?.ids(rule)))
    }
  }
  if (judgement) ranked.push(...shownOnly(seen, judgement, gone, ranked))
  ranked.sort((a, b) => order[a.cause.verdict] - order[b.cause.verdict] || b.weight - a.weight)
  const request = shared(seen)
  return {
    ...(Object.keys(request).length > 0 ? { request } : {}),
    outcome: seen.outcome,
    answeredBy: answeredBy(seen),
    says: [saysOf(seen), judgement?.says, unlisted(judgement, ranked)].filter((s) => s !== undefined).join(' '),
    rulesOut: grouped(out),
    causes: ranked.map((r) => r.cause),
    ...(judgement ? { vantages: judgement.vantages, traced: judgement.traced } : {}),
    ...(judgement?.assumed ? { assumed: true as const } : {}),
  }
}

/** What stops the call in the topology where that is none of the causes. */
function unlisted(judgement: Judgement | undefined, ranked: readonly Ranked[]): string | undefined {
  const decides = judgement?.decides
  if (decides === undefined || ranked.some((r) => r.cause.sentence === decides)) return undefined
  return `In this topology: ${decides}`
}

type Judged = Exclude<ReturnType<Judgement['of']>, RuledOut>

function rankedOf(seen: Seen, rule: CauseRule, fit: Fit, judged: Judged, ids?: Ids): Ranked {
  const verdict =
    judged.verdict !== undefined && order[judged.verdict] < order[fit.verdict] ? judged.verdict : fit.verdict
  const cause: Cause = {
    id: rule.id,
    sentence: judged.sentence ?? sentenceOf(rule, fit),
    verdict,
    ...(judged.resource === undefined ? {} : { resource: judged.resource }),
    ...(judged.at === undefined ? {} : { at: judged.at }),
    tellApart: rule.tellApart(ids ? { ...seen, ids } : seen),
    docs: rule.docs,
  }
  // What the topology shows comes before what only fits.
  return { rule, cause, weight: fit.weight + (judged.verdict === undefined ? 0 : 100) }
}

/** The check that decides the trace, where no cause that fits the paste asks the same. */
function shownOnly(seen: Seen, judgement: Judgement, gone: ReadonlySet<CauseId>, ranked: readonly Ranked[]): Ranked[] {
  const shown = rules.filter((rule) => !rule.ofAnswer && !gone.has(rule.id) && judgement.shown(rule))
  const [rule] = shown
  if (!rule || shown.some((s) => ranked.some((r) => r.rule === s))) return []
  const judged = judgement.of(rule)
  if ('causes' in judged) return []
  const [reason = ''] = Object.keys(rule.says)
  return [rankedOf(seen, rule, { verdict: 'possible', weight: 0, reason }, judged, judgement.ids(rule))]
}

/** Rules that say the same are one. */
function grouped(out: readonly RuledOut[]): RuledOut[] {
  const bySentence = new Map<string, Set<CauseId>>()
  for (const { says, causes } of out) {
    const known = bySentence.get(says) ?? new Set()
    for (const id of causes) known.add(id)
    bySentence.set(says, known)
  }
  return [...bySentence].map(([says, ids]) => ({ says, causes: [...ids] }))
}

/** The request without what lets somebody else make the call. */
function shared(seen: Seen): RecoveredRequest {
  const { request } = seen
  const clean = redact({
    vantage: '',
    method: request.method ?? 'GET',
    url: request.url ?? '',
    headers: request.headers ?? [],
    options: {},
  })
  return {
    ...request,
    ...(request.url === undefined ? {} : { url: clean.url }),
    ...(request.headers === undefined ? {} : { headers: clean.headers }),
  }
}
