import { describe, expect, it } from 'vitest'
import { policyWord } from './policyWord'

const policy = (...statements: unknown[]) => JSON.stringify({ Statement: statements })
const anyone = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }

describe('a policy in two words', () => {
  it('lets in anyone only where every statement does', () => {
    expect(policyWord(policy(anyone), 'no policy')).toBe('policy any')
    expect(policyWord(policy({ ...anyone, Principal: { AWS: '*' } }), 'no policy')).toBe('policy any')
    expect(policyWord(policy(anyone, { ...anyone, Effect: 'Deny' }), 'no policy')).toBe('policy limits')
    expect(policyWord(policy({ ...anyone, Condition: { Bool: {} } }), 'no policy')).toBe('policy limits')
    expect(policyWord(policy(), 'no policy')).toBe('policy limits')
  })

  it('tells an absent one from one that cannot be read', () => {
    expect(policyWord(undefined, 'no policy')).toBe('no policy')
    expect(policyWord('{"Statement": [', 'no policy')).toBe('policy unreadable')
  })
})
