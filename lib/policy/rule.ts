import { compileAction, noteAction } from './action'
import { compileCondition, type Test } from './condition'
import type { Facts } from './facts'
import { maybe, type Notes } from './pattern'
import type { Policy, Statement } from './policy'
import { compileResource, type ResourcePattern } from './resource'
import { both, either, MAYBE, NO, opposite, type Tri, YES } from './tri'
import { compileWho, type Naming, type WhoTest } from './who'

/** A statement, compiled. */
export interface Rule {
  statement: Statement
  action: { value: Tri; reason?: string }
  who: WhoTest
  resource: Test
  conditions: readonly Test[]
}

const compiled = new WeakMap<Policy, readonly Rule[]>()

export function rulesOf(policy: Policy): readonly Rule[] {
  const known = compiled.get(policy)
  if (known) return known
  const rules = policy.statements.map((statement) => compileRule(policy, statement))
  compiled.set(policy, rules)
  return rules
}

function compileRule(policy: Policy, statement: Statement): Rule {
  const variables = policy.version === '2012-10-17'
  const { effect, conditions } = statement
  const emptyCondition: Test = { match: (_, note) => maybe('rule:empty-condition', note) }
  return {
    statement,
    action: compileAction(statement.action),
    who: compileWho(statement.principal, effect),
    resource: compileResources(statement, policy, variables),
    conditions:
      conditions === undefined
        ? []
        : conditions.length === 0
          ? [emptyCondition]
          : conditions.map((c) => compileCondition(c, effect, variables)),
  }
}

/** Resource: one of the list covers the call. NotResource: none does. */
function compileResources(statement: Statement, policy: Policy, variables: boolean): Test {
  const { values, not } = statement.resource
  if (values.length === 0) return { match: (_, note) => maybe('rule:empty-list', note) }
  const patterns = values.map((v) => compileResource(v.text, policy.kind, variables))
  const [only] = patterns
  if (only && patterns.length === 1 && !not && !only.unresolved) return only
  const test = (facts: Facts, note?: Notes): Tri => {
    const result = anyOf(patterns, facts, note)
    return not ? opposite(result) : result
  }
  // In an Allow's one Resource a variable without value covers nothing; elsewhere nobody says what it does.
  const harmless = statement.effect === 'Allow' && !not && patterns.length === 1
  if (harmless || patterns.every((p) => !p.unresolved)) return { match: test }
  return {
    match(facts, note) {
      const result = test(facts, note)
      if (result === NO || !patterns.some((p) => p.unresolved?.(facts))) return result
      return maybe('rule:unresolved-variable', note)
    },
  }
}

function anyOf(patterns: readonly ResourcePattern[], facts: Facts, note?: Notes): Tri {
  let result: Tri = NO
  for (const pattern of patterns) {
    result = either(result, pattern.match(facts, note))
    if (result === YES) return YES
  }
  return result
}

/** Everything in a statement but its principal: AND over action, resource and each test of the condition. */
export function matchRest(rule: Rule, facts: Facts): Tri {
  let result = rule.action.value
  if (result === NO) return NO
  result = both(result, rule.resource.match(facts))
  for (let i = 0; result !== NO && i < rule.conditions.length; i++)
    result = both(result, rule.conditions[i]?.match(facts) ?? YES)
  return result
}

/** A whole statement against a call, by the two ways in which a caller can be named. */
export function matchRule(rule: Rule, facts: Facts): Naming {
  const rest = matchRest(rule, facts)
  if (rest === NO) return unmatched
  const naming = rule.who(facts.caller)
  if (rest === YES) return naming
  return { direct: both(naming.direct, rest), account: both(naming.account, rest) }
}

const unmatched: Naming = { direct: NO, account: NO }

/** What a statement that stays MAYBE hangs on. */
export function noteRule(rule: Rule, facts: Facts, note: Notes): void {
  noteAction(rule.action, note)
  rule.who(facts.caller, note)
  for (const test of [rule.resource, ...rule.conditions]) if (test.match(facts) === MAYBE) test.match(facts, note)
}
