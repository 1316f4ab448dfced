import { type PolicyRule, place } from './rule'

/** What AWS refuses when the policy is saved. */
export const grammar: PolicyRule = {
  id: 'grammar',
  find: (policy) =>
    policy.problems.map((problem) => ({
      ...place(problem),
      severity: 'error',
      sentence: problem.sentence,
      ...(problem.suggestion === undefined ? {} : { suggestion: problem.suggestion }),
    })),
}
