import type { Resource, TopologyDocument } from '@/lib/topology/document'
import type { Hop, Trace } from '@/lib/trace/trace'
import type { Expectation, TestCase } from './format'
import { compareOutcome, fits, fitsOne, possibilities, sayOutcome } from './outcome'

/**
 * `lucky`: one of several candidates answered outright. `cautious`: `unknown` where reasoning alone gives an answer.
 * `bold`: an answer where reasoning alone gives none. All three count as passed, within limits for a whole set.
 */
export type Grade = 'match' | 'lucky' | 'cautious' | 'bold' | 'fail' | 'skipped'

export interface Comparison {
  grade: Grade
  /** What differs and fails the case, the first difference first. */
  wrong: string[]
  /** What differs and is only reported: weaker fields, curl's exit code. */
  reported: string[]
  confidentlyWrong: boolean
  claimsWhatNobodyKnows: boolean
}

type Asked = Pick<TestCase, 'certainty' | 'expect' | 'use'>

/** Compares a trace with what a case expects, in this order: verdict, outcome, hop and resource, arrival, blockers. */
export function compare(doc: TopologyDocument, asked: Asked, trace: Trace): Comparison {
  if (asked.use === 'explain-only') return graded('skipped', [], [])
  const inferred = asked.certainty === 'inferred'
  if (trace.verdict !== asked.expect.verdict) return otherVerdict(asked.expect, trace, inferred)

  const { expect } = asked
  const soft: ('status' | 'errorType' | 'body')[] = [...(expect.soft ?? [])]
  if (inferred) soft.push('errorType', 'body')
  const accepted = acceptsUnknown(expect, trace)
  const outcome = accepted
    ? { wrong: [], reported: [], lucky: false }
    : compareOutcome(trace.outcome, expect.outcome, soft)
  const wrong = [
    ...outcome.wrong,
    ...(expect.verdict === 'blocked' ? decisionDiffers(doc, expect, trace) : []),
    ...arrivalDiffers(doc, expect, trace),
    ...blockersDiffer(doc, expect, trace),
  ]
  // Two verdicts `unknown` are compared by their candidates; a single candidate there is no answer at all.
  if (outcome.lucky && expect.verdict === 'unknown') wrong.push(`only one candidate: ${sayOutcome(trace.outcome)}`)
  if (wrong.length > 0) return graded('fail', wrong, outcome.reported)
  return graded(outcome.lucky ? 'lucky' : 'match', [], outcome.reported)
}

const graded = (grade: Grade, wrong: string[], reported: string[]): Comparison => ({
  grade,
  wrong,
  reported,
  confidentlyWrong: false,
  claimsWhatNobodyKnows: false,
})

const acceptsUnknown = (expect: Expectation, trace: Trace): boolean =>
  expect.acceptUnknown === true &&
  trace.outcome.kind === 'unknown' &&
  expect.outcome.kind !== 'unknown' &&
  possibilities(trace.outcome).some((candidate) => expect.outcome.kind !== 'unknown' && fits(candidate, expect.outcome))

function otherVerdict(expect: Expectation, trace: Trace, inferred: boolean): Comparison {
  const wrong = [`verdict ${trace.verdict} (${sayOutcome(trace.outcome)}), wanted ${expect.verdict}`]
  const wanted = expect.outcome.kind === 'unknown' ? expect.outcome.candidates : [expect.outcome]
  const overlaps = possibilities(trace.outcome).some((candidate) => fitsOne(candidate, wanted))
  if (trace.verdict === 'unknown') {
    if (acceptsUnknown(expect, trace)) return graded('match', [], [])
    return inferred && overlaps ? graded('cautious', [], wrong) : graded('fail', wrong, [])
  }
  if (expect.verdict === 'unknown') {
    if (inferred && overlaps) return graded('bold', [], wrong)
    return { ...graded('fail', wrong, []), claimsWhatNobodyKnows: !inferred }
  }
  return { ...graded('fail', wrong, []), confidentlyWrong: true }
}

function decisionDiffers(doc: TopologyDocument, expect: Expectation, trace: Trace): string[] {
  const { decidedBy } = trace
  const wrong: string[] = []
  const hops = [expect.hop, ...(expect.hopAlso ?? [])].filter((hop) => hop !== undefined)
  if (hops.length > 0 && !hops.some((hop) => hop === decidedBy?.hop))
    wrong.push(`hop ${decidedBy?.hop ?? 'none'} (${decidedBy?.check ?? 'no check'}), wanted ${hops.join(' or ')}`)
  const resources = [expect.resource, ...(expect.resourceAlso ?? [])].filter((id) => id !== undefined)
  if (resources.length > 0 && !resources.some((id) => isNamed(doc, decidedBy?.resource, id)))
    wrong.push(`resource ${decidedBy?.resource ?? 'none'}, wanted ${resources.join(' or ')}`)
  return wrong
}

/** Whether a logical id is the resource that the case calls by its logical id, physical id or name. */
export function isNamed(doc: TopologyDocument, logicalId: string | undefined, word: string): boolean {
  if (logicalId === undefined) return false
  if (logicalId === word) return true
  const resource = doc.resources[logicalId]
  return resource !== undefined && namesOf(resource).includes(word)
}

function namesOf(resource: Resource): (string | undefined)[] {
  const names = [resource.physicalId, resource.name, resource.arn]
  if (resource.kind === 'domainName') names.push(resource.domainName)
  if (resource.kind === 'httpEndpoint') names.push(resource.host)
  return names
}

function arrivalDiffers(doc: TopologyDocument, expect: Expectation, trace: Trace): string[] {
  const { arrivesAs: wanted } = expect
  if (!wanted) return []
  const got = trace.arrivesAs
  const wrong: string[] = []
  const differ = (field: string, is: string | undefined, wants: string) =>
    wrong.push(`arrives with ${field} ${is ?? 'none'}, wanted ${wants}`)
  if (wanted.api !== undefined && !isNamed(doc, got?.api, wanted.api)) differ('api', got?.api, wanted.api)
  if (wanted.host !== undefined && got?.host !== wanted.host) differ('host', got?.host, wanted.host)
  if (wanted.path !== undefined && got?.path !== wanted.path) differ('path', got?.path, wanted.path)
  if (wanted.pathStartsWith !== undefined && !got?.path?.startsWith(wanted.pathStartsWith))
    differ('path', got?.path, `${wanted.pathStartsWith}…`)
  const { neverThrough } = wanted
  if (neverThrough !== undefined && allHops(trace.hops).some((hop) => isNamed(doc, hop.resource, neverThrough)))
    wrong.push(`passes ${neverThrough}, wanted never through it`)
  return wrong
}

const allHops = (hops: Hop[]): Hop[] =>
  hops.flatMap((hop) => [hop, ...(hop.branches ?? []).flatMap((branch) => allHops(branch.hops))])

function blockersDiffer(doc: TopologyDocument, expect: Expectation, trace: Trace): string[] {
  const wanted = expect.blockers
  if (!wanted) return []
  const is = (got: Trace['blockers'][number] | undefined, want: (typeof wanted)[number]) =>
    got?.hop === want.hop && isNamed(doc, got.resource, want.resource)
  const wrong = wanted
    .filter((want) => !trace.blockers.some((got) => is(got, want)))
    .map((want) => `blocker ${want.hop} of ${want.resource} is not listed`)
  for (const got of trace.blockers)
    if (!wanted.some((want) => is(got, want))) wrong.push(`blocker ${got.hop} of ${got.resource} is one too many`)
  const [first] = wanted
  if (wrong.length === 0 && first && !is(trace.blockers[0], first))
    wrong.push(`first blocker ${trace.blockers[0]?.resource ?? 'none'}, wanted ${first.resource}`)
  return wrong
}
