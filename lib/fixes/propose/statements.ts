/** Statements of policies as they are written, and how one is changed so that it lets one source pass. */
export type Condition = Record<string, Record<string, string | string[]>>

export interface Statement {
  Sid?: string
  Effect: string
  Condition?: Condition
  [key: string]: unknown
}
export interface Document {
  Version?: string
  Statement: Statement[]
}

export function parsed(text: string): Document | undefined {
  try {
    const value: Document = JSON.parse(text)
    return { ...value, Statement: [value.Statement ?? []].flat() }
  } catch {
    return undefined
  }
}

/** A Deny for all but some sources spares this one too; undefined where no such Deny is among those meant. */
export function spared(
  policy: Document,
  keys: Record<string, string>,
  meant: (s: Statement) => boolean,
): Document | undefined {
  const Statement = policy.Statement.map((s) => (s.Effect === 'Deny' && meant(s) ? sparing(s, keys) : s))
  return Statement.some((s, i) => s !== policy.Statement[i]) ? { ...policy, Statement } : undefined
}

const excepts = /^(ForA(ny|ll)Values:)?((String|Arn)Not(Equals|Like)|NotIpAddress)/i

function sparing(statement: Statement, keys: Record<string, string>): Statement {
  for (const [operator, test] of Object.entries(statement.Condition ?? {}))
    for (const [key, values] of Object.entries(test)) {
      const own = keys[key.toLowerCase()]
      if (own === undefined || !excepts.test(operator)) continue
      return {
        ...statement,
        Condition: { ...statement.Condition, [operator]: { ...test, [key]: [...[values].flat(), own] } },
      }
    }
  return statement
}

/** A Deny that names this source among others leaves it out; one that names nobody else, or a wider range, is no such. */
export function without(policy: Document, keys: Record<string, string>, meant: (s: Statement) => boolean) {
  const Statement = policy.Statement.flatMap((s) => (s.Effect === 'Deny' && meant(s) ? leaving(s, keys) : [s]))
  const same = Statement.length === policy.Statement.length && Statement.every((s, i) => s === policy.Statement[i])
  return same ? undefined : { ...policy, Statement }
}

function leaving(statement: Statement, keys: Record<string, string>): Statement[] {
  for (const [operator, test] of Object.entries(statement.Condition ?? {}))
    for (const [key, values] of Object.entries(test)) {
      const own = keys[key.toLowerCase()]
      const all = [values].flat()
      if (own === undefined || excepts.test(operator) || !all.includes(own)) continue
      const left = all.filter((value) => value !== own)
      if (left.length === 0) return []
      return [{ ...statement, Condition: { ...statement.Condition, [operator]: { ...test, [key]: left } } }]
    }
  return [statement]
}

/** A Deny that looks at something else of the call holds on for every other source. */
export function narrowed(
  policy: Document,
  exception: Condition,
  meant: (s: Statement) => boolean,
): Document | undefined {
  const Statement = policy.Statement.map((s) => {
    if (s.Effect !== 'Deny' || !meant(s)) return s
    const Condition: Condition = { ...s.Condition }
    for (const [operator, test] of Object.entries(exception))
      for (const key of Object.keys(test))
        if (Object.keys(Condition[operator] ?? {}).some((k) => k.toLowerCase() === key.toLowerCase())) return s
        else Condition[operator] = { ...Condition[operator], ...test }
    return { ...s, Condition }
  })
  return Statement.some((s, i) => s !== policy.Statement[i]) ? { ...policy, Statement } : undefined
}

/** One Allow more. */
export const allowing = (policy: Document, Resource: string | string[], Condition?: Condition): Document => ({
  ...policy,
  Statement: [
    ...policy.Statement,
    { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource, ...(Condition ? { Condition } : {}) },
  ],
})
