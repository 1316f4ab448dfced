import type { Authorization } from '../decide'
import { type Facts, isGap, lowerKey, readKey } from '../facts'
import { operatorIgnoringCase } from '../operators'
import type { Policy } from '../policy'
import { compileResource } from '../resource'
import { both, either, MAYBE, NO, opposite as not, sure, type Tri, YES } from '../tri'
import { compileValue } from '../values/value'
import { compileWho } from '../who'
import type { Clause, Requirement, What, Who } from './clause'
import type { Words } from './words'

/**
 * What the words say about a call. It reads the structure of the words alone, so a sentence that says something else
 * than the policy does shows up as a disagreement with the evaluator.
 */
export function wordsSay(words: Words, facts: Facts): Exclude<Authorization['decision'], 'invalid'> {
  const { shape, policy } = words
  const covered = (what: What) => covers(what, policy, facts)
  switch (shape.kind) {
    case 'anyone':
      return decisionOf(covered(shape.what), NO)
    case 'onlyAllowed':
      return decisionOf(all([covered(shape.what), ...requirements(shape.allow.when, policy, facts)]), NO)
    case 'onlyWhen': {
      const denied = any(shape.unless.map((group) => not(any(requirements(group, policy, facts)))))
      const inReach = words.clauses.filter((c) => c.effect === 'Deny').map((c) => covered(c.what))
      return decisionOf(covered(shape.what), both(any(inReach), denied))
    }
    case 'nobody':
    case 'list': {
      const of = (effect: Clause['effect']) =>
        any(words.clauses.filter((c) => c.effect === effect).map((c) => applies(c, policy, facts)))
      return decisionOf(of('Allow'), of('Deny'))
    }
  }
}

const all = (values: readonly Tri[]): Tri => values.reduce(both, YES)
const any = (values: readonly Tri[]): Tri => values.reduce(either, NO)

function decisionOf(allow: Tri, deny: Tri): Exclude<Authorization['decision'], 'invalid'> {
  if (deny === YES) return 'explicitDeny'
  if (allow === NO) return 'implicitDeny'
  return allow === YES && deny === NO ? 'allow' : 'unknown'
}

function applies(clause: Clause, policy: Policy, facts: Facts): Tri {
  const who = covered(clause.who, clause.effect, facts)
  const clear = clause.unclear ? MAYBE : YES
  return all([clear, who, covers(clause.what, policy, facts), ...requirements(clause.when, policy, facts)])
}

function covered(who: Who, effect: Clause['effect'], facts: Facts): Tri {
  if (who.kind === 'everyone') return YES
  const place = { at: who.at, offset: 0, length: 0 }
  const values = who.names.map((text) => ({
    ...place,
    text,
    type: text === '*' ? ('everyone' as const) : ('AWS' as const),
  }))
  const naming = compileWho({ ...place, not: who.kind === 'allBut', values }, effect)(facts.caller)
  return either(naming.direct, naming.account)
}

function covers(what: What, policy: Policy, facts: Facts): Tri {
  if (what.kind === 'nothing') return NO
  if (what.kind === 'everything') return YES
  const variables = policy.version === '2012-10-17'
  const named = any(what.resources.map((text) => compileResource(text, policy.kind, variables).match(facts)))
  return what.kind === 'allBut' ? not(named) : named
}

const requirements = (list: readonly Requirement[], policy: Policy, facts: Facts): Tri[] =>
  list.map((requirement) => met(requirement, policy, facts))

function met(requirement: Requirement, policy: Policy, facts: Facts): Tri {
  const key = lowerKey(requirement.key)
  if (isGap(facts, key)) return MAYBE
  const value = readKey(facts, key)
  if (requirement.presence) return sure((value === undefined) === requirement.negated)
  if (value === undefined) return sure(requirement.whenAbsent === 'holds')
  const operator = operatorIgnoringCase(requirement.operator)
  if (!operator) return NO
  const language = { variables: policy.version === '2012-10-17', wildcards: false }
  const patterns = requirement.values.map((text) => compileValue(text, operator, language, 'Allow'))
  const values = typeof value === 'string' ? [value] : value
  const each = values.map((one) => {
    const hit = any(patterns.map((pattern) => pattern.match(one, facts)))
    return requirement.negated ? not(hit) : hit
  })
  if (requirement.set === undefined) return each.length === 1 ? (each[0] ?? MAYBE) : MAYBE
  if (requirement.set === 'ForAllValues') return all(each)
  // Negated, AWS does not say what it gives.
  return requirement.negated ? MAYBE : any(each)
}
