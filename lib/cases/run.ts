import { parseCall } from '@/lib/invocation/curl/parse'
import type { Invocation } from '@/lib/invocation/invocation'
import { VantageError, vantageOf } from '@/lib/network/vantage'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch, PatchError } from '@/lib/topology/patch'
import { validate } from '@/lib/topology/validate'
import { trace } from '@/lib/trace/engine'
import type { Trace } from '@/lib/trace/trace'
import { CallError } from '@/lib/trace/walk/start'
import { compare } from './compare'
import type { TestCase } from './format'
import type { CaseResult } from './result'

/** Puts every case to a document: patch, call, trace, comparison. */
export const runCases = (start: unknown, cases: TestCase[]): CaseResult[] => cases.map((asked) => runCase(start, asked))

/** Puts one case to a document. A case that cannot be put fails with the reason. */
export function runCase(start: unknown, asked: TestCase): CaseResult {
  // The console's own test runs the draft without policies and endpoint; no trace speaks of it.
  if (asked.use === 'explain-only') return resultOf(asked, { grade: 'skipped', wrong: [] })
  const put = putCase(start, asked)
  if (typeof put === 'string') return unasked(asked, put)
  const traced = traceOf(put.document, put.invocation)
  if (typeof traced === 'string') return unasked(asked, traced)
  const { verdict, outcome, decidedBy } = traced
  return { ...resultOf(asked, compare(put.document, asked, traced)), got: { verdict, outcome, decidedBy } }
}

/** What a case asks: a call in a document. */
export interface Put {
  document: TopologyDocument
  invocation: Invocation
}

/** The document after the case's patch and the call of its curl, or why the case cannot be put. */
export function putCase(start: unknown, asked: TestCase): Put | string {
  const document = documentAfter(start, asked)
  if (typeof document === 'string') return document
  const invocation = invocationOf(document, asked)
  return typeof invocation === 'string' ? invocation : { document, invocation }
}

/** The document with the case's patch applied, or why there is none. */
function documentAfter(start: unknown, asked: TestCase): TopologyDocument | string {
  try {
    const checked = validate(applyPatch(start, asked.patch ?? []))
    if (checked.ok) return checked.document
    return `the patched document is no topology: ${checked.errors.map((e) => `${e.path} ${e.message}`).join(' ')}`
  } catch (error) {
    if (error instanceof PatchError) return `the patch does not apply: ${error.message}`
    throw error
  }
}

/** The call as the case's vantage makes it, or why there is none. */
function invocationOf(document: TopologyDocument, { curl, from, signer }: TestCase): Invocation | string {
  try {
    const call = parseCall(curl, { vantage: from, signsHostOf: vantageOf(document, from).signsHostOf })
    if (!call.ok) return call.says
    return signer === undefined ? call.invocation : { ...call.invocation, signer }
  } catch (error) {
    if (error instanceof VantageError) return error.message
    throw error
  }
}

/** The trace, or why no request can be made of the call. */
function traceOf(document: TopologyDocument, invocation: Invocation): Trace | string {
  try {
    return trace(document, invocation)
  } catch (error) {
    if (error instanceof CallError) return error.message
    throw error
  }
}

const unasked = (asked: TestCase, why: string): CaseResult => ({
  ...resultOf(asked, { grade: 'fail', wrong: [why] }),
  unasked: true,
})

const resultOf = (
  asked: TestCase,
  comparison: Pick<CaseResult, 'grade' | 'wrong'> & Partial<CaseResult>,
): CaseResult => ({
  id: asked.id,
  group: asked.group ?? '-',
  certainty: asked.certainty ?? 'documented',
  expected: asked.expect,
  reported: [],
  confidentlyWrong: false,
  claimsWhatNobodyKnows: false,
  ...comparison,
})
