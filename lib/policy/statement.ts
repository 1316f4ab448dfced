import { nearest } from '@/lib/topology/nearest'
import { elements, problem, type Reading, texts } from './grammar'
import type { Entry, Json } from './json'
import { operatorIgnoringCase, operatorNames, operatorOf } from './operators'
import type { ConditionAt, Effect, Named, Statement, TextAt } from './policy'
import { readPrincipal } from './principal'

const names = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export function readStatement(reading: Reading, json: Json, index: number): Statement | undefined {
  if (json.type !== 'object') {
    problem(reading, json, 'wrong-type', 'A statement is an object.')
    return undefined
  }
  const found = elements(reading, json, names)
  const effect = readEffect(reading, json, found.Effect)
  const sid = found.Sid ? texts(reading, found.Sid.value)[0]?.text : undefined
  const principal = readPrincipals(reading, json, found.Principal, found.NotPrincipal)
  const action = readNamed(reading, json, 'action', found.Action, found.NotAction)
  const resource = readNamed(reading, json, 'resource', found.Resource, found.NotResource)
  for (const item of action?.values ?? []) checkAction(reading, item)
  const conditions = found.Condition ? readConditions(reading, found.Condition.value) : undefined
  if (!effect || !action || !resource) return undefined
  const { at, offset, length } = json
  return {
    ...{ at, offset, length, index, effect, action, resource },
    ...(sid === undefined ? {} : { sid }),
    ...(principal ? { principal } : {}),
    ...(conditions ? { conditions } : {}),
  }
}

function readEffect(reading: Reading, statement: Json, entry: Entry | undefined): Effect | undefined {
  if (!entry) {
    problem(reading, statement, 'missing-effect', 'Every statement says Effect: Allow or Deny.')
    return undefined
  }
  const { value } = entry
  if (value.type === 'string' && (value.text === 'Allow' || value.text === 'Deny')) return value.text
  problem(reading, value, 'bad-effect', 'Effect is Allow or Deny, spelt so.', nearest(value.text, ['Allow', 'Deny']))
  return undefined
}

function readPrincipals(reading: Reading, statement: Json, plain: Entry | undefined, not: Entry | undefined) {
  // An identity policy speaks of the identity it is attached to, a Lambda authorizer's of the caller it answers for.
  if (reading.kind === 'identity' || reading.kind === 'authorizer') {
    for (const entry of [plain, not])
      if (entry)
        problem(
          reading,
          entry,
          'principal-in-identity-policy',
          `${entry.key} has no place here: the identity is the principal.`,
        )
    return undefined
  }
  if (plain && not)
    problem(reading, statement, 'both-principal-and-not', 'Principal and NotPrincipal exclude each other.')
  const entry = plain ?? not
  if (entry) return readPrincipal(reading, entry, entry === not)
  problem(reading, statement, 'missing-principal', 'This policy says for whom it speaks: Principal is missing.')
  return undefined
}

function readNamed(
  reading: Reading,
  statement: Json,
  word: 'action' | 'resource',
  plain: Entry | undefined,
  not: Entry | undefined,
): Named<TextAt> | undefined {
  const name = word === 'action' ? 'Action' : 'Resource'
  if (plain && not) problem(reading, statement, `both-${word}-and-not`, `${name} and Not${name} exclude each other.`)
  const entry = plain ?? not
  if (!entry) {
    problem(reading, statement, `missing-${word}`, `${name} is missing.`)
    return undefined
  }
  const { at, value } = entry
  return { not: entry === not, at, offset: value.offset, length: value.length, values: texts(reading, value) }
}

function checkAction(reading: Reading, action: TextAt): void {
  if (/^\*+$/.test(action.text) || /^[A-Za-z0-9*?-]+:[A-Za-z0-9*?]+$/.test(action.text)) return
  problem(reading, action, 'bad-action', `${action.text} is no action: it has the form service:Name.`)
}

function readConditions(reading: Reading, json: Json): ConditionAt[] {
  if (json.type !== 'object') {
    problem(reading, json, 'wrong-type', 'Condition is an object of operators.')
    return []
  }
  const found: ConditionAt[] = []
  const operators = new Set<string>()
  for (const entry of json.entries) {
    if (operators.has(entry.key.toLowerCase()))
      problem(reading, entry, 'duplicate-key', `${entry.key} stands here twice.`)
    operators.add(entry.key.toLowerCase())
    if (!operatorOf(entry.key)) {
      if (operatorIgnoringCase(entry.key)) reading.doubts.add('rule:operator-case')
      else
        problem(
          reading,
          entry,
          'bad-operator',
          `There is no condition operator ${entry.key}.`,
          nearest(entry.key, operatorNames),
        )
    }
    found.push(...readTests(reading, entry))
  }
  return found
}

/** The keys and values under one operator. Names of keys have no case, so two that differ in case alone are one twice. */
function readTests(reading: Reading, operator: Entry): ConditionAt[] {
  if (operator.value.type !== 'object') {
    problem(reading, operator.value, 'wrong-type', `Under ${operator.key} stand condition keys with their values.`)
    return []
  }
  const keys = new Set<string>()
  return operator.value.entries.map((entry) => {
    const lower = entry.key.toLowerCase()
    if (keys.has(lower)) problem(reading, entry, 'duplicate-key', `${entry.key} stands here twice: keys have no case.`)
    keys.add(lower)
    if (!/^[^:\s]+:\S/.test(entry.key))
      problem(reading, entry, 'bad-condition-key', `${entry.key} is no condition key: it has the form service:name.`)
    const { at, offset, length } = entry
    return { at, offset, length, operator: operator.key, key: entry.key, values: texts(reading, entry.value, true) }
  })
}
