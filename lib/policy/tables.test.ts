import { describe, expect, it } from 'vitest'
import { authorize } from './authorize'
import type { AuthorizeRequest, Decision } from './decide'

const arn = 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5'
const policyOf = (effect: 'Allow' | 'Deny' | 'silent', principal: boolean) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: effect === 'silent' ? 'Allow' : effect,
        ...(principal ? { Principal: '*' } : {}),
        Action: 'execute-api:Invoke',
        Resource: effect === 'silent' ? `${arn}/other/*` : `${arn}/*`,
      },
    ],
  })

const request: AuthorizeRequest = {
  caller: 'arn:aws:sts::111122223333:assumed-role/Caller/i-1',
  authorizationType: 'AWS_IAM',
  methodArn: `${arn}/dev/GET/pets`,
  resourceAccount: '111122223333',
  context: {},
}

type Word = 'Allow' | 'silent' | 'Deny'
type Row = [Word, Word, Decision]

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html, Table A and B */
const tableA: Row[] = [
  ['Allow', 'Allow', 'allow'],
  ['Allow', 'silent', 'allow'],
  ['Allow', 'Deny', 'explicitDeny'],
  ['silent', 'Allow', 'allow'],
  ['silent', 'silent', 'implicitDeny'],
  ['silent', 'Deny', 'explicitDeny'],
  ['Deny', 'Allow', 'explicitDeny'],
  ['Deny', 'silent', 'explicitDeny'],
  ['Deny', 'Deny', 'explicitDeny'],
]
const tableB: Row[] = tableA.map(([iam, resource, decision]) =>
  decision === 'allow' && !(iam === 'Allow' && resource === 'Allow')
    ? [iam, resource, 'implicitDeny']
    : [iam, resource, decision],
)

describe('the tables of the authorization flow', () => {
  it.each(tableA)('Table A, IAM policy %s, resource policy %s: %s', (iam, resource, decision) => {
    const answer = authorize({
      ...request,
      identityPolicies: [policyOf(iam, false)],
      resourcePolicy: policyOf(resource, true),
    })
    expect(answer.decision).toBe(decision)
  })

  it.each(tableA)('Table A, Lambda authorizer %s, resource policy %s: %s', (lambda, resource, decision) => {
    const answer = authorize({
      ...{ ...request, caller: 'anonymous', authorizationType: 'CUSTOM' },
      authorizerPolicy: policyOf(lambda, false),
      resourcePolicy: policyOf(resource, true),
    })
    expect(answer.decision).toBe(decision)
    // Denied by the resource policy the function is not even called, so its own Deny does not decide.
    if (resource === 'Deny') expect(answer.decidedBy.map((d) => d.policy)).toEqual(['resource'])
  })

  it.each(tableB)('Table B, IAM policy %s, resource policy %s: %s', (iam, resource, decision) => {
    const caller = 'arn:aws:sts::444455556666:assumed-role/Far/i-2'
    const answer = authorize({
      ...{ ...request, caller },
      identityPolicies: [policyOf(iam, false)],
      resourcePolicy: policyOf(resource, true),
    })
    expect(answer.decision).toBe(decision)
  })

  it('a user pool needs an explicit Allow; a silent policy has two contradicting answers', () => {
    const ask = (word: Word) =>
      authorize({
        ...{ ...request, caller: 'anonymous', authorizationType: 'COGNITO_USER_POOLS' },
        resourcePolicy: policyOf(word, true),
      })
    expect(ask('Allow').decision).toBe('allow')
    expect(ask('Deny').decision).toBe('explicitDeny')
    expect(ask('silent')).toMatchObject({ decision: 'unknown', missing: ['rule:cognito-silent'] })
  })

  it('NONE hears the resource policy alone, and knows no caller', () => {
    const ask = (resourcePolicy: string | null, endpointType: 'PRIVATE' | 'REGIONAL' = 'PRIVATE') =>
      authorize({ ...request, authorizationType: 'NONE', resourcePolicy, endpointType }).decision
    expect(ask(policyOf('Allow', true))).toBe('allow')
    expect(ask(policyOf('silent', true))).toBe('implicitDeny')
    expect(ask(null)).toBe('implicitDeny')
    expect(ask(null, 'REGIONAL')).toBe('allow')
  })

  it('an unsigned call of an IAM method is refused before its policies', () => {
    const answer = authorize({ ...request, caller: 'anonymous', resourcePolicy: policyOf('Allow', true) })
    expect(answer).toMatchObject({ decision: 'implicitDeny', by: 'authentication' })
  })

  it('a permissions boundary or a session policy that is silent takes the identity policy its Allow', () => {
    const ask = (more: Partial<AuthorizeRequest>) =>
      authorize({
        ...request,
        identityPolicies: [policyOf('Allow', false)],
        resourcePolicy: policyOf('silent', true),
        ...more,
      })
    expect(ask({}).decision).toBe('allow')
    expect(ask({ permissionsBoundary: policyOf('Allow', false) }).decision).toBe('allow')
    expect(ask({ permissionsBoundary: policyOf('silent', false) })).toMatchObject({
      decision: 'implicitDeny',
      by: 'boundary',
    })
    expect(ask({ sessionPolicies: [policyOf('silent', false)] })).toMatchObject({
      decision: 'implicitDeny',
      by: 'session',
    })
    expect(ask({ sessionPolicies: [policyOf('silent', false), policyOf('Allow', false)] }).decision).toBe('allow')
    expect(ask({ permissionsBoundary: policyOf('Deny', false) })).toMatchObject({
      decision: 'explicitDeny',
      by: 'boundary',
    })
    const named = ask({ permissionsBoundary: policyOf('silent', false), resourcePolicy: policyOf('Allow', true) })
    expect(named).toMatchObject({ decision: 'unknown', missing: ['rule:resource-policy-despite-limit'] })
  })
})
