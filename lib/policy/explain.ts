import type { AuthorizeRequest, PolicyName } from './decide'
import { type Facts, isGap, lowerKey, readKey } from './facts'
import type { Notes } from './pattern'
import type { At, Effect, Policy } from './policy'
import { factsOfPolicy, policiesOf, questionOf } from './question'
import { matchRest, noteRule, type Rule, rulesOf } from './rule'
import { conditionSays, resourceSays, whoSays } from './says'
import { both, either, MAYBE, NO, type Tri, words, YES } from './tri'

export type Matched = (typeof words)[number]

/** One part of a statement against the call: what it asks, what the call has. */
export interface PartAnswer extends At {
  part: 'Principal' | 'NotPrincipal' | 'Action' | 'NotAction' | 'Resource' | 'NotResource' | 'Condition'
  matched: Matched
  /** Of a condition: operator and key as written. */
  operator?: string
  key?: string
  wanted: string[]
  /** Absent: the key is not in the call. */
  actual?: string[]
  /** Condition keys and rules that the answer hangs on, when it is unknown. */
  missing: string[]
  says: string
}

export interface StatementAnswer extends At {
  statement: number
  sid?: string
  effect: Effect
  matched: Matched
  /** It names the caller by its account alone: it delegates to the account's identity policies. */
  byAccount: boolean
  parts: PartAnswer[]
  missing: string[]
}

/** Every statement of a policy explained: matched or not, and which part failed against which actual value. */
export function explainPolicy(policy: Policy, facts: Facts): StatementAnswer[] {
  return rulesOf(policy).map((rule) => explainRule(rule, facts))
}

function explainRule(rule: Rule, facts: Facts): StatementAnswer {
  const { statement } = rule
  const { at, offset, length, index, sid, effect } = statement
  const naming = rule.who(facts.caller)
  const value = both(matchRest(rule, facts), either(naming.direct, naming.account))
  const note: Notes = new Set()
  if (value === MAYBE) noteRule(rule, facts, note)
  return {
    ...{ at, offset, length, statement: index, effect, matched: words[value] },
    ...(sid === undefined ? {} : { sid }),
    byAccount: naming.direct === NO && naming.account !== NO,
    parts: [...whoPart(rule, facts), actionPart(rule), resourcePart(rule, facts), ...conditionParts(rule, facts)],
    missing: [...note],
  }
}

const place = ({ at, offset, length }: At): At => ({ at, offset, length })

function whoPart(rule: Rule, facts: Facts): PartAnswer[] {
  const { principal } = rule.statement
  if (!principal) return []
  const note: Notes = new Set()
  const naming = rule.who(facts.caller, note)
  const value = either(naming.direct, naming.account)
  return [
    {
      ...place(principal),
      part: principal.not ? 'NotPrincipal' : 'Principal',
      matched: words[value],
      wanted: principal.values.map((v) => v.text),
      actual: [facts.caller.arn ?? 'anonymous'],
      missing: missing(value, note),
      says: whoSays(principal, facts.caller, value),
    },
  ]
}

const missing = (value: Tri, note: Notes): string[] => (value === MAYBE ? [...note] : [])

function actionPart(rule: Rule): PartAnswer {
  const { action } = rule.statement
  const { value, reason } = rule.action
  return {
    ...place(action),
    part: action.not ? 'NotAction' : 'Action',
    matched: words[value],
    wanted: action.values.map((v) => v.text),
    actual: ['execute-api:Invoke'],
    missing: reason === undefined ? [] : [reason],
    says:
      value === YES
        ? 'It speaks of execute-api:Invoke.'
        : `It does not speak of execute-api:Invoke, the action of every call.`,
  }
}

function resourcePart(rule: Rule, facts: Facts): PartAnswer {
  const { resource } = rule.statement
  const note: Notes = new Set()
  const value = rule.resource.match(facts, note)
  return {
    ...place(resource),
    part: resource.not ? 'NotResource' : 'Resource',
    matched: words[value],
    wanted: resource.values.map((v) => v.text),
    actual: [facts.arn.text],
    missing: missing(value, note),
    says: resourceSays(resource, facts.arn.text, value),
  }
}

function conditionParts(rule: Rule, facts: Facts): PartAnswer[] {
  const conditions = rule.statement.conditions ?? []
  return conditions.map((condition, i) => {
    const note: Notes = new Set()
    const value = rule.conditions[i]?.match(facts, note) ?? YES
    const lower = lowerKey(condition.key)
    const actual = readKey(facts, lower)
    const given = actual === undefined ? undefined : typeof actual === 'string' ? [actual] : [...actual]
    return {
      ...place(condition),
      part: 'Condition',
      matched: words[value],
      operator: condition.operator,
      key: condition.key,
      wanted: condition.values.map((v) => v.text),
      ...(given === undefined ? {} : { actual: given }),
      missing: missing(value, note),
      says: conditionSays(condition, value, isGap(facts, lower) ? 'not known' : given),
    }
  })
}

/** One policy of a request, explained statement by statement. */
export interface PolicyAnswer {
  policy: PolicyName
  document: number
  parsed: Policy
  statements: StatementAnswer[]
}

/** Every policy that takes part in a call, as it sees the call. */
export function explainRequest(request: AuthorizeRequest): PolicyAnswer[] {
  const question = questionOf(request)
  return policiesOf(question).flatMap((policy) =>
    question.documents[policy].map((parsed, document) => {
      const statements = explainPolicy(parsed, factsOfPolicy(question, policy))
      return { policy, document, parsed, statements }
    }),
  )
}

/** The facts as one policy of a request sees them: which caller counts differs from policy to policy. */
export const factsFor = (request: AuthorizeRequest, policy: PolicyName): Facts =>
  factsOfPolicy(questionOf(request), policy)
