import type { Trace } from '@/lib/trace/trace'
import type { Comparison } from './compare'
import type { Certainty, Expectation } from './format'

/** One case with its grade, what was expected and what the trace said. */
export interface CaseResult extends Comparison {
  id: string
  group: string
  certainty: Certainty
  expected: Expectation
  got?: Pick<Trace, 'verdict' | 'outcome' | 'decidedBy'>
  /** Set when the case could not be put at all: a patch that does not apply, a call that cannot be read. */
  unasked?: true
}
