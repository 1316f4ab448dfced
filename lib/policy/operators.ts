/** What a condition operator compares. */
export type Family =
  | 'string'
  | 'stringIgnoreCase'
  | 'like'
  | 'number'
  | 'date'
  | 'bool'
  | 'binary'
  | 'ip'
  | 'arn'
  | 'null'

/** How two numbers or dates must stand to each other. */
export type Order = '=' | '<' | '<=' | '>' | '>='

interface Base {
  family: Family
  negated: boolean
  order?: Order
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const bases: Record<string, Base> = {
  StringEquals: { family: 'string', negated: false },
  StringNotEquals: { family: 'string', negated: true },
  StringEqualsIgnoreCase: { family: 'stringIgnoreCase', negated: false },
  StringNotEqualsIgnoreCase: { family: 'stringIgnoreCase', negated: true },
  StringLike: { family: 'like', negated: false },
  StringNotLike: { family: 'like', negated: true },
  NumericEquals: { family: 'number', negated: false, order: '=' },
  NumericNotEquals: { family: 'number', negated: true, order: '=' },
  NumericLessThan: { family: 'number', negated: false, order: '<' },
  NumericLessThanEquals: { family: 'number', negated: false, order: '<=' },
  NumericGreaterThan: { family: 'number', negated: false, order: '>' },
  NumericGreaterThanEquals: { family: 'number', negated: false, order: '>=' },
  DateEquals: { family: 'date', negated: false, order: '=' },
  DateNotEquals: { family: 'date', negated: true, order: '=' },
  DateLessThan: { family: 'date', negated: false, order: '<' },
  DateLessThanEquals: { family: 'date', negated: false, order: '<=' },
  DateGreaterThan: { family: 'date', negated: false, order: '>' },
  DateGreaterThanEquals: { family: 'date', negated: false, order: '>=' },
  Bool: { family: 'bool', negated: false },
  BinaryEquals: { family: 'binary', negated: false },
  IpAddress: { family: 'ip', negated: false },
  NotIpAddress: { family: 'ip', negated: true },
  // ArnEquals and ArnLike behave identically, wildcards included.
  ArnEquals: { family: 'arn', negated: false },
  ArnLike: { family: 'arn', negated: false },
  ArnNotEquals: { family: 'arn', negated: true },
  ArnNotLike: { family: 'arn', negated: true },
  Null: { family: 'null', negated: false },
}

export const operatorNames = Object.keys(bases)

export type SetQualifier = 'ForAllValues' | 'ForAnyValue'

export interface Operator extends Base {
  name: string
  set?: SetQualifier
  ifExists: boolean
}

/** Every operator as it may be written; `Null` alone takes no `IfExists`. */
const operators = new Map<string, Operator>()
for (const [name, base] of Object.entries(bases))
  for (const set of [undefined, 'ForAllValues', 'ForAnyValue'] as const)
    for (const ifExists of base.family === 'null' ? [false] : [false, true]) {
      const written = `${set === undefined ? '' : `${set}:`}${name}${ifExists ? 'IfExists' : ''}`
      operators.set(written, { ...base, name, ifExists, ...(set === undefined ? {} : { set }) })
    }

const byLowerCase = new Map([...operators].map(([written, operator]) => [written.toLowerCase(), operator]))

export const operatorOf = (written: string): Operator | undefined => operators.get(written)

/** The operator that is meant when only the case of letters differs: no source says whether AWS takes that. */
export const operatorIgnoringCase = (written: string): Operator | undefined => byLowerCase.get(written.toLowerCase())
