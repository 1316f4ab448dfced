/** A value of the policy with its place in the text. */
export interface At {
  /** JSON Pointer. */
  at: string
  offset: number
  length: number
}

export interface TextAt extends At {
  text: string
}

export type Effect = 'Allow' | 'Deny'

/** Who a `Principal` or `NotPrincipal` names: `everyone` is `"*"`, the rest is by type. */
export interface PrincipalAt extends TextAt {
  type: 'everyone' | 'AWS' | 'Service' | 'Federated' | 'CanonicalUser'
}

/** One test of a `Condition`: operator, key, values. */
export interface ConditionAt extends At {
  operator: string
  key: string
  values: TextAt[]
}

/** A list that may stand under its plain name or under `Not…`. */
export interface Named<T> extends At {
  not: boolean
  values: T[]
}

export interface Statement extends At {
  index: number
  sid?: string
  effect: Effect
  principal?: Named<PrincipalAt>
  action: Named<TextAt>
  resource: Named<TextAt>
  /** Absent: no `Condition`. An empty one is written `[]`. */
  conditions?: ConditionAt[]
}

/** What kind of policy a text is: which elements it may have depends on it. */
export type PolicyKind = 'endpoint' | 'domain' | 'resource' | 'identity' | 'authorizer'

/** An error of grammar, with its place in the text. */
export interface Problem extends At {
  reason: string
  /** What is wrong, in words. */
  sentence: string
  /** The word that was probably meant. */
  suggestion?: string
}

/** A policy as parsed. With a problem in it no statement counts: AWS refuses the whole text. */
export interface Policy {
  kind: PolicyKind
  text: string
  version: '2012-10-17' | '2008-10-17'
  statements: Statement[]
  problems: Problem[]
  /** Things of which no source says how AWS takes them: `rule:NAME`. They leave the whole policy unknown. */
  doubts: string[]
}
