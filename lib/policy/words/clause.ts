import { compileAction } from '../action'
import { operatorIgnoringCase, type SetQualifier } from '../operators'
import type { At, ConditionAt, Effect, Policy, Statement } from '../policy'
import { NO } from '../tri'

/** What a condition asks of one key, said without AWS's operators. */
export interface Requirement extends At {
  key: string
  /** As written, for the comparison itself. */
  operator: string
  values: string[]
  /** None of the values, instead of one of them. */
  negated: boolean
  /** Every value of the call, or some value of it, instead of the one that it has. */
  set?: SetQualifier
  /** `Null`: the key is asked to be there, or (negated) not to be there. */
  presence: boolean
  /** What counts when the call does not have the key. */
  whenAbsent: 'holds' | 'fails'
  ifExists: boolean
}

/** Who is spoken of: everyone, the named, or everyone but the named. */
export interface Who {
  kind: 'everyone' | 'only' | 'allBut'
  names: string[]
  at: string
}

/** Which calls are spoken of: all, those named, all but those named, or none (it is about another action). */
export interface What {
  kind: 'everything' | 'only' | 'allBut' | 'nothing'
  resources: string[]
  at: string
}

/** A statement, said as who may or may not do what, and when. */
export interface Clause extends At {
  statement: number
  effect: Effect
  who: Who
  what: What
  when: Requirement[]
  /** An empty list or Condition: no source says what it does. */
  unclear: boolean
}

export const clausesOf = (policy: Policy): Clause[] => policy.statements.map(clauseOf)

function clauseOf(statement: Statement): Clause {
  const { at, offset, length, index, effect, action, resource, conditions = [] } = statement
  const when = conditions.flatMap(requirementOf)
  const lists = [action.values, resource.values, statement.conditions ?? ['none'], ...conditions.map((c) => c.values)]
  const unclear = lists.some((list) => list.length === 0)
  return { at, offset, length, statement: index, effect, who: whoOf(statement), what: whatOf(statement), when, unclear }
}

function whoOf({ principal, at }: Statement): Who {
  if (!principal) return { kind: 'everyone', names: [], at }
  const names = principal.values.map((v) => v.text)
  if (principal.not) return { kind: 'allBut', names, at: principal.at }
  const everyone = principal.values.some((v) => v.type === 'everyone')
  return { kind: everyone ? 'everyone' : 'only', names: everyone ? [] : names, at: principal.at }
}

function whatOf({ action, resource }: Statement): What {
  const resources = resource.values.map((v) => v.text)
  const { at } = resource
  if (compileAction(action).value === NO) return { kind: 'nothing', resources, at: action.at }
  if (resource.not) return { kind: 'allBut', resources, at }
  return { kind: resources.includes('*') ? 'everything' : 'only', resources, at }
}

function requirementOf(condition: ConditionAt): Requirement[] {
  const operator = operatorIgnoringCase(condition.operator)
  if (!operator) return []
  const { at, offset, length, key } = condition
  const values = condition.values.map((v) => v.text)
  const presence = operator.family === 'null'
  const holds =
    operator.set === 'ForAnyValue' ? false : operator.ifExists || operator.negated || operator.set !== undefined
  return [
    {
      ...{ at, offset, length, key, values, presence },
      operator: condition.operator,
      negated: presence ? values.includes('true') : operator.negated,
      ...(operator.set ? { set: operator.set } : {}),
      whenAbsent: (presence ? values.includes('true') : holds) ? 'holds' : 'fails',
      ifExists: operator.ifExists,
    },
  ]
}
