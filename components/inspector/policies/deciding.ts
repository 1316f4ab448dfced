import type { Check, Trace } from '@/lib/trace/trace'
import type { PolicyPlace } from './policiesOf'

/** What a trace found in one policy. */
export interface Deciding {
  /** Position of the statement; absent where no statement matches. */
  statement?: number
  blocks: boolean
  says: string
}

/** The statement of this policy that decides the call, as the check's evidence names it. */
export function decidingStatement(trace: Trace | undefined, place: PolicyPlace): Deciding | undefined {
  const paths = [place.path, ...(place.alsoAt ?? [])].map((path) => `${path}/text`)
  for (const hop of trace?.hops ?? [])
    for (const check of hop.checks)
      for (const { resource, path, value } of check.evidence) {
        if (resource !== place.resource || !paths.includes(path)) continue
        const statement = statementIn(value)
        return { blocks: check.verdict === 'fail', says: check.says, ...(statement === undefined ? {} : { statement }) }
      }
  return undefined
}

/** Evidence about a policy holds `{ statement }`. */
export const statementIn = (value: Check['evidence'][number]['value']): number | undefined =>
  typeof value === 'object' && value !== null && 'statement' in value && typeof value.statement === 'number'
    ? value.statement
    : undefined
