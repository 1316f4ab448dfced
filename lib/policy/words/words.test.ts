import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../parse'
import { writePolicy } from '../templates'
import { plain, wordsOf } from './words'

const document = (name: string) => readFileSync(`cases/oracle/documents/${name}.json`, 'utf8')
const summary = (text: string, kind: 'resource' | 'endpoint' = 'resource') =>
  plain(wordsOf(parsePolicy(kind, text)).summary)
const api = { region: 'eu-west-1', accountId: '111122223333', apiId: 'a1b2c3d4e5' }

describe('a policy in words', () => {
  it('says who passes and that the rest is denied', () => {
    expect(summary(document('doc-001-resource-policy-good'))).toBe(
      'Only calls from vpc-0aa11bb22cc33dd44 and vpc-0ee55ff66aa77bb88 pass; everything else is denied.',
    )
  })

  it('says what is allowed and nothing else', () => {
    expect(summary(document('doc-002-resource-policy-sourceip-private'))).toBe(
      'Only calls from a public address in 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16 pass to any method of any API; nothing else is allowed.',
    )
  })

  it('says it statement by statement where no one sentence holds', () => {
    expect(summary(document('doc-009-endpoint-policy-resourcetag'), 'endpoint')).toBe(
      'arn:aws:iam::111122223333:role/orders-lambda may invoke any method of q8w7e6r5t4, when the call comes with ' +
        'aws:resourceTag/Project equal to p1. Everyone is denied: any method, unless the call comes with ' +
        'aws:resourceTag/Project equal to p1.',
    )
  })

  it('says full access', () => {
    const text = '{"Statement":[{"Action":"*","Effect":"Allow","Resource":"*","Principal":"*"}]}'
    expect(summary(text, 'endpoint')).toBe('Anyone may invoke any method.')
  })

  it('says so when nothing is allowed, and when AWS refuses the text', () => {
    const deny = '{"Statement":[{"Action":"*","Effect":"Deny","Resource":"*","Principal":"*"}]}'
    expect(summary(deny, 'endpoint')).toBe(
      'No statement allows a call, so nobody passes. Everyone is denied: any method.',
    )
    expect(summary('{,')).toBe('AWS refuses this policy when it is saved: The text is not JSON here.')
  })

  it.each([
    [{ name: 'anyone' }, 'Anyone may invoke any method of a1b2c3d4e5.'],
    [{ name: 'only-vpcs', vpcs: ['vpc-1'] }, 'Only calls from vpc-1 pass'],
    [{ name: 'only-endpoints', endpoints: ['vpce-1', 'vpce-2'] }, 'Only calls through vpce-1 and vpce-2 pass'],
    [{ name: 'only-addresses', blocks: ['10.0.0.0/16'] }, 'Only calls from an address in 10.0.0.0/16 pass'],
    [{ name: 'only-organization', organization: 'o-1' }, 'Only calls signed by a member of organisation o-1 pass'],
  ] as const)('template %j says %s', (template, words) => {
    expect(summary(writePolicy(template, api))).toContain(words)
  })

  it('links each statement to its place', () => {
    const policy = parsePolicy('resource', document('doc-001-resource-policy-good'))
    const { sentences } = wordsOf(policy)
    expect(sentences.map(plain)).toEqual([
      'Anyone may invoke any method of a7k2m9q4xz.',
      'Everyone is denied: any method of a7k2m9q4xz, unless the call comes from vpc-0aa11bb22cc33dd44 or vpc-0ee55ff66aa77bb88.',
    ])
    expect(sentences[1]?.some((part) => part.at === '/Statement/1/Condition/StringNotEquals/aws:SourceVpc')).toBe(true)
  })
})
