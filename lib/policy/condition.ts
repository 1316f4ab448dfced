import { type Facts, gapName, isGap, lowerKey, readKey } from './facts'
import { type Operator, operatorIgnoringCase } from './operators'
import { maybe, type Notes, type Pattern } from './pattern'
import type { ConditionAt, Effect } from './policy'
import { MAYBE, NO, opposite, type Tri, YES } from './tri'
import { compileValue } from './values/value'

export interface Test {
  match(facts: Facts, note?: Notes): Tri
}

/** One operator, one key, its values. Keys under an operator and operators in a Condition are joined by AND. */
export function compileCondition(condition: ConditionAt, effect: Effect, variables: boolean): Test {
  const operator = operatorIgnoringCase(condition.operator)
  const key = lowerKey(condition.key)
  if (!operator) return { match: () => NO }
  if (condition.values.length === 0) return { match: (_, note) => maybe('rule:empty-values', note) }
  if (operator.family === 'null') return nullTest(condition, operator, key)
  const patterns = condition.values.map((v) => compileValue(v.text, operator, { variables, wildcards: false }, effect))
  const plain = operator.set ? setTest(operator, patterns) : singleTest(operator, patterns)
  const compare = patterns.some((p) => p.unresolved) ? guarded(patterns, plain) : plain
  return {
    match(facts, note) {
      const value = readKey(facts, key)
      if (value !== undefined) return compare(value, facts, note)
      return isGap(facts, key) ? maybe(gapName(facts, key, condition.key), note) : absent(operator, note)
    },
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
function absent(operator: Operator, note?: Notes): Tri {
  if (operator.set === 'ForAnyValue') return operator.ifExists ? maybe('rule:foranyvalue-ifexists', note) : NO
  return operator.ifExists || operator.negated || operator.set === 'ForAllValues' ? YES : NO
}

type Compare = (value: string | readonly string[], facts: Facts, note?: Notes) => Tri

/** Positive: one of the policy's values matches. Negated: none does. */
function anyOf(patterns: readonly Pattern[], value: string, facts: Facts, note?: Notes): Tri {
  let result: Tri = NO
  for (const pattern of patterns) {
    const one = pattern.match(value, facts)
    if (one === YES) return YES
    if (one === MAYBE) {
      result = MAYBE
      if (note) pattern.match(value, facts, note)
    }
  }
  return result
}

function singleTest(operator: Operator, patterns: readonly Pattern[]): Compare {
  return (value, facts, note) => {
    const one = typeof value === 'string' ? value : value.length === 1 ? value[0] : undefined
    if (one === undefined) return maybe('rule:multivalued-without-qualifier', note)
    const result = anyOf(patterns, one, facts, note)
    return operator.negated ? opposite(result) : result
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
function setTest(operator: Operator, patterns: readonly Pattern[]): Compare {
  return (value, facts, note) => {
    const values = typeof value === 'string' ? [value] : value
    const results = values.map((one) => {
      const result = anyOf(patterns, one, facts, note)
      return operator.negated ? opposite(result) : result
    })
    if (operator.set === 'ForAllValues') return results.includes(NO) ? NO : results.includes(MAYBE) ? MAYBE : YES
    // AWS advises against negation and IfExists with ForAnyValue and does not say what they give.
    if (operator.negated) return maybe('rule:foranyvalue-negated', note)
    return results.includes(YES) ? YES : results.includes(MAYBE) ? MAYBE : NO
  }
}

/** `Null: true` asks that the key is absent. */
function nullTest(condition: ConditionAt, operator: Operator, key: string): Test {
  const [first, ...more] = condition.values
  const wanted = first?.text
  if (operator.set) return { match: (_, note) => maybe('rule:null-with-qualifier', note) }
  if (more.length > 0 || (wanted !== 'true' && wanted !== 'false'))
    return { match: (_, note) => maybe('rule:null-form', note) }
  return {
    match(facts, note) {
      if (isGap(facts, key)) return maybe(gapName(facts, key, condition.key), note)
      return (readKey(facts, key) === undefined) === (wanted === 'true') ? YES : NO
    },
  }
}

/**
 * A variable without value "might cause the entire statement to be invalid"
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html). Where the test fails anyhow the
 * statement does not match either way; otherwise nobody says. An absent key is settled before any value is read.
 */
function guarded(patterns: readonly Pattern[], compare: Compare): Compare {
  return (value, facts, note) => {
    const result = compare(value, facts, note)
    if (result === NO || !patterns.some((p) => p.unresolved?.(facts))) return result
    return maybe('rule:unresolved-variable', note)
  }
}
