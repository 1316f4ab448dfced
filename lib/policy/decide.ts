import type { Policy } from './policy'

/** What a policy, or all policies together, say to one call. `invalid`: a policy that AWS refuses when it is saved. */
export type Decision = 'allow' | 'implicitDeny' | 'explicitDeny' | 'unknown' | 'invalid'

export type AuthorizationType = 'NONE' | 'AWS_IAM' | 'CUSTOM' | 'COGNITO_USER_POOLS'

/** Which policy speaks. `authentication` stands for the refusal of an unsigned call before any policy is asked. */
export type PolicyName = 'endpoint' | 'domain' | 'resource' | 'identity' | 'boundary' | 'session' | 'authorizer'

/** A statement that decides; `document` is the position among the identity policies, left out when 0. */
export interface Decider {
  policy: PolicyName
  statement: number
  document?: number
}

/** An error of grammar: `at` is the JSON Pointer of the value, or of its parent where something is missing. */
export interface InvalidAt {
  policy: PolicyName
  document?: number
  at: string
  reason: string
}

/** JSON text as AWS holds it, or the same already parsed. */
export type PolicySource = string | Policy

export interface AuthorizeRequest {
  /** `anonymous`, or the ARN of the signer (an assumed-role session, a user, a role). */
  caller: string
  authorizationType: AuthorizationType
  /** `other`: not SigV4, such as a bearer token. Default: SigV4 when `caller` is an ARN, else none. */
  authorizationHeader?: 'sigv4' | 'other' | 'none'
  /** Default PRIVATE. Only a private API has an endpoint policy in the way. */
  endpointType?: 'PRIVATE' | 'REGIONAL' | 'EDGE'
  /** `arn:{partition}:execute-api:{region}:{account}:{api}/{stage}/{METHOD}/{path}`; the root ends in `/GET/`. */
  methodArn: string
  resourceAccount: string
  /** ARN of the private custom domain name that is called, if one is. */
  domainArn?: string
  /** Condition keys that are present. A key neither here nor in `contextUnknown` is absent from the call. */
  context: Readonly<Record<string, string | readonly string[]>>
  /** Keys of which nothing is known: perhaps absent, perhaps any value. */
  contextUnknown?: readonly string[]
  /** `null` or absent: the endpoint's default policy, which allows everything. */
  endpointPolicy?: PolicySource | null
  domainPolicy?: PolicySource | null
  /** `null` or absent: the API has no resource policy. */
  resourcePolicy?: PolicySource | null
  identityPolicies?: readonly PolicySource[]
  /** What the signer may do at most: its permissions boundary, and the policies of its session. */
  permissionsBoundary?: PolicySource | null
  sessionPolicies?: readonly PolicySource[]
  /** CUSTOM only: what the Lambda authorizer returned. */
  authorizerPolicy?: PolicySource | null
  /** Policies that could not be read: they may hold anything, or not exist. */
  policiesUnknown?: readonly PolicyName[]
}

/** The answer of one stage of authorization, or of all of them. */
export interface Authorization {
  decision: Decision
  /** Every decision that some completion of what is missing gives; two denials of different kinds are both here. */
  possible: Exclude<Decision, 'unknown' | 'invalid'>[]
  /** Where it is decided. Absent for allow and unknown. */
  by?: PolicyName | 'authentication'
  /** Statements that decide whatever the missing facts turn out to be. */
  decidedBy: Decider[]
  /** Statements that may decide in addition. */
  mayDecide: Decider[]
  /** For unknown: condition keys as written in `contextUnknown`, `policy:NAME`, and `rule:NAME` where AWS gives no rule. */
  missing: string[]
  invalid: InvalidAt[]
}
