import { z } from 'zod'
import { authorize } from './authorize'
import type { Authorization, AuthorizeRequest, Decider } from './decide'

const decisions = ['allow', 'implicitDeny', 'explicitDeny', 'unknown', 'invalid'] as const
const policyNames = ['endpoint', 'domain', 'resource', 'identity', 'authorizer'] as const
/** Keys of a call hold text; a number or boolean is taken as written. */
const value = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const document = z.union([z.string(), z.record(z.string(), z.unknown()), z.null()])
const decider = z.object({
  policy: z.enum(policyNames),
  statement: z.number().int(),
  document: z.number().int().optional(),
})

/** A case of `throughline policy test`: a question, and the answer that is expected. */
export const policyCase = z.object({
  id: z.string(),
  group: z.string().optional(),
  name: z.string().optional(),
  caller: z.string(),
  authorizationType: z.enum(['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS']),
  authorizationHeader: z.enum(['sigv4', 'other', 'none']).optional(),
  endpointType: z.enum(['PRIVATE', 'REGIONAL', 'EDGE']).optional(),
  methodArn: z.string(),
  resourceAccount: z.string(),
  domainArn: z.string().optional(),
  context: z.record(z.string(), z.union([value, z.array(value)])),
  contextUnknown: z.array(z.string()).optional(),
  endpointPolicy: document.optional(),
  domainPolicy: document.optional(),
  resourcePolicy: document.optional(),
  identityPolicies: z.array(document).optional(),
  authorizerPolicy: document.optional(),
  policiesUnknown: z.array(z.enum(policyNames)).optional(),
  expected: z.enum(decisions),
  accept: z.array(z.enum(decisions)).optional(),
  decidedBy: z.array(decider).optional(),
  mayDecide: z.array(decider).optional(),
  missing: z.array(z.string()).optional(),
  invalid: z.object({ policy: z.enum(policyNames), at: z.string(), reason: z.string().optional() }).optional(),
})
export type PolicyCase = z.infer<typeof policyCase>

export interface CaseResult {
  id: string
  expected: Authorization['decision']
  got: Authorization['decision']
  decidedBy: Decider[]
  missing?: string[]
  invalid?: { policy: string; at: string; reason: string }[]
  ok: boolean
  /** What differs, in words; absent when all is right. */
  differs?: string
}

/** Policies as JSON text: an object loses repeated keys, so texts are taken as they are. */
export function requestOf(test: PolicyCase): AuthorizeRequest {
  const text = (value: z.infer<typeof document> | undefined) =>
    value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value)
  const { caller, authorizationType, methodArn, resourceAccount, context } = test
  const identityPolicies = (test.identityPolicies ?? []).map(text).filter((t): t is string => t !== null)
  return {
    ...{ caller, authorizationType, methodArn, resourceAccount, context, identityPolicies },
    ...(test.authorizationHeader ? { authorizationHeader: test.authorizationHeader } : {}),
    ...(test.endpointType ? { endpointType: test.endpointType } : {}),
    ...(test.domainArn === undefined ? {} : { domainArn: test.domainArn }),
    ...(test.contextUnknown ? { contextUnknown: test.contextUnknown } : {}),
    ...(test.policiesUnknown ? { policiesUnknown: test.policiesUnknown } : {}),
    endpointPolicy: text(test.endpointPolicy),
    domainPolicy: text(test.domainPolicy),
    resourcePolicy: text(test.resourcePolicy),
    authorizerPolicy: text(test.authorizerPolicy),
  }
}

export function runCase(test: PolicyCase): CaseResult {
  const answer = authorize(requestOf(test))
  const { decision: got, decidedBy } = answer
  const differs = difference(test, answer)
  return {
    ...{ id: test.id, expected: test.expected, got, decidedBy },
    ...(got === 'unknown' ? { missing: answer.missing } : {}),
    ...(got === 'invalid' ? { invalid: answer.invalid.map(({ policy, at, reason }) => ({ policy, at, reason })) } : {}),
    ok: differs === undefined,
    ...(differs === undefined ? {} : { differs }),
  }
}

/** Right: the decision; who decides, between the sure and the possible deciders; for unknown exactly what is missing. */
function difference(test: PolicyCase, answer: Authorization): string | undefined {
  const { decision, decidedBy, missing, invalid } = answer
  if (decision !== test.expected)
    return test.accept?.includes(decision) ? undefined : `${decision} instead of ${test.expected}`
  if (decision === 'allow' || decision === 'explicitDeny') return deciderDifference(test, decidedBy)
  if (decision === 'unknown' && test.missing) {
    const wanted = [...test.missing].sort().join(', ')
    const got = [...missing].sort().join(', ')
    return wanted === got ? undefined : `missing ${got || 'nothing'} instead of ${wanted}`
  }
  const place = test.invalid
  if (decision === 'invalid' && place && !invalid.some((i) => i.policy === place.policy && i.at === place.at))
    return `no problem at ${place.policy} ${place.at || '(root)'}`
  return undefined
}

function deciderDifference(test: PolicyCase, got: readonly Decider[]): string | undefined {
  if (!test.decidedBy) return undefined
  const key = (d: Decider) => `${d.policy} ${d.document ?? 0}/${d.statement}`
  const given = new Set(got.map(key))
  const sure = new Set(test.decidedBy.map(key))
  const allowed = new Set([...sure, ...(test.mayDecide ?? []).map(key)])
  const lacks = [...sure].filter((k) => !given.has(k))
  const extra = [...given].filter((k) => !allowed.has(k))
  if (lacks.length === 0 && extra.length === 0) return undefined
  return [lacks.length > 0 ? `not decided by ${lacks}` : '', extra.length > 0 ? `decided by ${extra}` : '']
    .filter((part) => part !== '')
    .join('; ')
}
