import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../parse'
import type { PolicyKind } from '../policy'
import { policyRules } from '.'
import type { Setting } from './rule'
import { validatePolicy } from './validate'

const setting: Setting = {
  partition: 'aws',
  region: 'eu-west-1',
  accountId: '111122223333',
  apiId: 'a1b2c3d4e5',
  private: true,
  knownIds: new Set(['vpc-0aaa', 'vpce-0bbb']),
}
const arn = 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/*/*/*'
const allow = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: arn }
const policyText = (statement: object, version = '2012-10-17') =>
  JSON.stringify({ Version: version, Statement: [allow, { ...allow, ...statement }] })
const when = (operator: string, key: string, value: unknown) =>
  policyText({ Condition: { [operator]: { [key]: value } } })

interface Example {
  rule: string
  kind?: PolicyKind
  bad: string
  good: string
  at: string
  suggestion?: string
}

const value = (operator: string, key: string) => `/Statement/1/Condition/${operator}/${key}`

/** For each rule a text that gives its remark and a near one that does not. */
const examples: Example[] = [
  {
    rule: 'grammar',
    bad: policyText({ Effect: 'allow' }),
    good: policyText({}),
    at: '/Statement/1/Effect',
    suggestion: 'Allow',
  },
  {
    rule: 'placeholder',
    bad: when('StringEquals', 'aws:SourceVpc', '{vpc_id}'),
    good: when('StringEquals', 'aws:SourceVpc', '${aws:SourceVpc}'),
    at: value('StringEquals', 'aws:SourceVpc'),
  },
  {
    rule: 'size',
    bad: when(
      'IpAddress',
      'aws:VpcSourceIp',
      Array.from({ length: 700 }, (_, i) => `10.0.${i % 256}.0/28`),
    ),
    good: when(
      'IpAddress',
      'aws:VpcSourceIp',
      Array.from({ length: 300 }, (_, i) => `10.0.${i % 256}.0/28`),
    ),
    at: '',
  },
  {
    rule: 'deny-without-allow',
    bad: JSON.stringify({ Version: '2012-10-17', Statement: [{ ...allow, Effect: 'Deny' }] }),
    good: policyText({ Effect: 'Deny' }),
    at: '',
  },
  {
    rule: 'wrong-resource',
    bad: policyText({ Resource: 'arn:aws-cn:execute-api:eu-west-1:111122223333:a1b2c3d4e5/*' }),
    good: policyText({ Resource: 'arn:aws:execute-api:*:111122223333:*/*' }),
    at: '/Statement/1/Resource',
    suggestion: 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/*',
  },
  {
    rule: 'condition-key',
    bad: when('StringEquals', 'aws:SourceVPCID', 'vpc-0aaa'),
    good: when('StringEquals', 'AWS:sourcevpc', 'vpc-0aaa'),
    at: value('StringEquals', 'aws:SourceVPCID'),
    suggestion: 'aws:SourceVpc',
  },
  {
    rule: 'unknown-action',
    bad: policyText({ Action: 'execute-api:Invoc' }),
    good: policyText({ Action: 'execute-api:inv*' }),
    at: '/Statement/1/Action',
    suggestion: 'execute-api:Invoke',
  },
  {
    rule: 'value-form',
    bad: when('IpAddress', 'aws:VpcSourceIp', ['10.0.0.0/8', '10.0.0.0/33']),
    good: when('IpAddress', 'aws:VpcSourceIp', ['10.0.0.0/8', '::/0']),
    at: `${value('IpAddress', 'aws:VpcSourceIp')}/1`,
  },
  {
    rule: 'unknown-id',
    bad: when('StringEquals', 'aws:SourceVpce', 'vpce-0bbc'),
    good: when('StringEquals', 'aws:SourceVpce', 'vpce-0bbb'),
    at: value('StringEquals', 'aws:SourceVpce'),
    suggestion: 'vpce-0bbb',
  },
  {
    rule: 'variable-without-version',
    bad: policyText({ Resource: `${arn}/\${aws:SourceVpc}` }, '2008-10-17'),
    good: policyText({ Resource: `${arn}/\${aws:SourceVpc}` }),
    at: '/Statement/1/Resource',
  },
  {
    rule: 'not-principal-allow',
    bad: policyText({ Principal: undefined, NotPrincipal: { AWS: '111122223333' } }),
    good: policyText({ Effect: 'Deny', Principal: undefined, NotPrincipal: { AWS: '111122223333' } }),
    at: '/Statement/1/NotPrincipal',
  },
  {
    rule: 'endpoint-limits',
    kind: 'endpoint',
    bad: when('StringLike', 'aws:UserAgent', 'curl/*'),
    good: when('StringLike', 'aws:UserAgent', 'my-client/*'),
    at: value('StringLike', 'aws:UserAgent'),
  },
]

describe('validatePolicy', () => {
  it.each(examples)(
    '$rule: its bad example gives it, its good one does not',
    ({ rule, kind = 'resource', bad, good, at, suggestion }) => {
      const found = validatePolicy(parsePolicy(kind, bad), setting).filter((remark) => remark.rule === rule)
      const pointer = at.replace('aws:', 'aws:')
      expect(found.map((remark) => remark.at)).toEqual([pointer])
      expect(found[0]?.suggestion).toBe(suggestion)
      expect(found[0]?.sentence).toMatch(/\.$/)
      expect(validatePolicy(parsePolicy(kind, good), setting).filter((remark) => remark.rule === rule)).toEqual([])
    },
  )

  it('has an example of every rule', () => {
    expect(examples.map((example) => example.rule).sort()).toEqual(policyRules.map((rule) => rule.id).sort())
  })

  it('points at the value in the text', () => {
    const text = when('StringEquals', 'aws:SourceVpc', '{vpc_id}')
    const [remark] = validatePolicy(parsePolicy('resource', text), setting)
    expect(text.slice(remark?.offset, (remark?.offset ?? 0) + (remark?.length ?? 0))).toBe('"{vpc_id}"')
  })

  it('names aws:SourceIp on a private API, and has nothing against it on another', () => {
    const policy = parsePolicy(
      'resource',
      readFileSync('cases/oracle/documents/doc-002-resource-policy-sourceip-private.json', 'utf8'),
    )
    expect(validatePolicy(policy, { private: true })).toMatchObject([
      { rule: 'condition-key', at: '/Statement/0/Condition/IpAddress/aws:sourceIp', suggestion: 'aws:VpcSourceIp' },
    ])
    expect(validatePolicy(policy, { private: false })).toEqual([])
  })
})
