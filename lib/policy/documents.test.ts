import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { askEndpoint, authorize } from './authorize'
import type { AuthorizeRequest } from './decide'
import { explainRequest } from './explain'
import { unsourcedKeys } from './keys'

const document = (name: string) => readFileSync(`cases/oracle/documents/${name}.json`, 'utf8')

describe('the resource policy of the guide, as a document', () => {
  const request: AuthorizeRequest = {
    caller: 'anonymous',
    authorizationType: 'NONE',
    methodArn: 'arn:aws-cn:execute-api:cn-north-1:111122223333:a7k2m9q4xz/dev/GET/pets',
    resourceAccount: '111122223333',
    context: { 'aws:SourceVpc': 'vpc-0aa11bb22cc33dd44' },
    resourcePolicy: document('doc-001-resource-policy-good'),
  }
  const from = (vpc: string) => authorize({ ...request, context: { 'aws:SourceVpc': vpc } })

  it('lets both VPCs in and denies a third', () => {
    expect(from('vpc-0aa11bb22cc33dd44').decision).toBe('allow')
    expect(from('vpc-0ee55ff66aa77bb88').decision).toBe('allow')
    expect(from('vpc-0ff')).toMatchObject({
      decision: 'explicitDeny',
      decidedBy: [{ policy: 'resource', statement: 1 }],
    })
  })

  it('covers the root path, where the last wildcard has nothing left to match', () => {
    const methodArn = 'arn:aws-cn:execute-api:cn-north-1:111122223333:a7k2m9q4xz/dev/GET/'
    expect(authorize({ ...request, methodArn }).decision).toBe('allow')
  })

  it('says which part failed against which value', () => {
    const [answer] = explainRequest({ ...request, context: { 'aws:SourceVpc': 'vpc-0ff' } })
    const [allow, deny] = answer?.statements ?? []
    expect(allow).toMatchObject({ effect: 'Allow', matched: 'yes' })
    expect(deny).toMatchObject({ effect: 'Deny', matched: 'yes' })
    expect(deny?.parts.at(-1)).toMatchObject({
      part: 'Condition',
      at: '/Statement/1/Condition/StringNotEquals/aws:SourceVpc',
      wanted: ['vpc-0aa11bb22cc33dd44', 'vpc-0ee55ff66aa77bb88'],
      actual: ['vpc-0ff'],
      says: 'aws:SourceVpc is vpc-0ff: StringNotEquals vpc-0aa11bb22cc33dd44 or vpc-0ee55ff66aa77bb88 holds.',
    })
  })

  it('says that a negated operator holds when its key is absent', () => {
    const [answer] = explainRequest({ ...request, context: {} })
    expect(answer?.statements[1]?.parts.at(-1)?.says).toContain('A negated operator holds when its key is absent.')
  })
})

describe('aws:SourceIp on a private API', () => {
  const resourcePolicy = document('doc-002-resource-policy-sourceip-private')
  const request: AuthorizeRequest = {
    caller: 'anonymous',
    authorizationType: 'NONE',
    methodArn: 'arn:aws:execute-api:us-east-1:111122227788:a1b2c3d4e5/dev/GET/',
    resourceAccount: '111122227788',
    context: { 'aws:VpcSourceIp': '10.0.1.5' },
    resourcePolicy,
  }

  it('allows nobody, and says that the key is absent', () => {
    expect(authorize(request)).toMatchObject({ decision: 'implicitDeny', by: 'resource' })
    const [answer] = explainRequest(request)
    expect(answer?.statements[0]?.parts.find((part) => part.matched === 'no')).toMatchObject({
      part: 'Condition',
      key: 'aws:sourceIp',
      says: 'The call has no aws:sourceIp, so IpAddress 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 fails.',
    })
  })

  it('would let an address of those blocks in on a Regional API', () => {
    const context = { 'aws:SourceIp': '10.0.1.5' }
    expect(authorize({ ...request, endpointType: 'REGIONAL', context }).decision).toBe('allow')
  })
})

describe('an endpoint policy by a tag of which no page says that it is supplied', () => {
  const request: AuthorizeRequest = {
    caller: 'arn:aws:sts::111122223333:assumed-role/orders-lambda/s',
    authorizationType: 'AWS_IAM',
    methodArn: 'arn:aws:execute-api:eu-west-1:444455556666:q8w7e6r5t4/dev/GET/orders',
    resourceAccount: '444455556666',
    context: {},
    contextUnknown: unsourcedKeys,
    endpointPolicy: document('doc-009-endpoint-policy-resourcetag'),
  }

  it('is unknown for the role, naming the tag', () => {
    expect(askEndpoint(request)).toMatchObject({ decision: 'unknown', missing: ['aws:resourceTag/Project'] })
  })

  it('allows no unsigned call, by one denial or the other', () => {
    const answer = askEndpoint({ ...request, caller: 'anonymous' })
    expect(answer.decision).toBe('implicitDeny')
    expect([...answer.possible].sort()).toEqual(['explicitDeny', 'implicitDeny'])
  })

  it('denies everybody when the key is absent', () => {
    expect(askEndpoint({ ...request, contextUnknown: [] }).decision).toBe('explicitDeny')
  })
})
