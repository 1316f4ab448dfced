import { describe, expect, test } from 'vitest'
import { placesIn, policyText } from './policyText'

const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Sid: 'a "b" \\ c' }] })
const escaped = JSON.stringify(policy).slice(1, -1)

describe('policyText', () => {
  test('takes away the backslashes that AWS adds, once', () => {
    expect(escaped).toContain('{\\"Version\\"')
    expect(policyText(escaped)).toBe(policy)
  })
  test('leaves JSON as it is, and text that never becomes JSON', () => {
    expect(policyText(policy)).toBe(policy)
    expect(policyText('{"Version": broken')).toBe('{"Version": broken')
    expect(policyText('\\q')).toBe('\\q')
  })
})

test('placesIn names the ids of conditions, whatever the case of the key, and no placeholder', () => {
  const text = JSON.stringify({
    Statement: [
      { Condition: { StringEquals: { 'aws:SourceVpce': ['vpce-0d4d61b31cecd49fc', '{vpce_id}'] } } },
      { Condition: { StringNotEquals: { 'AWS:sourcevpc': 'vpc-0aaa1111bbbb2222c' } } },
      {
        Condition: { StringEquals: { 'aws:PrincipalTag/x': 'vpc-0eee1111bbbb2222c' } },
        Resource: 'vpce-0eee61b31cecd49fc',
      },
    ],
  })
  expect(placesIn(text)).toEqual({ endpoints: ['vpce-0d4d61b31cecd49fc'], vpcs: ['vpc-0aaa1111bbbb2222c'] })
  expect(placesIn('not JSON')).toEqual({ endpoints: [], vpcs: [] })
  expect(placesIn(undefined)).toEqual({ endpoints: [], vpcs: [] })
})
