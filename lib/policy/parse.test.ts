import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainPolicy, factsFor } from './explain'
import { parseJson } from './json'
import { parsePolicy } from './parse'
import type { PolicyKind } from './policy'
import { validatePolicy } from './validate/validate'
import { plain, wordsOf } from './words/words'

const good = readFileSync('cases/oracle/documents/doc-001-resource-policy-good.json', 'utf8')
const kinds: PolicyKind[] = ['endpoint', 'domain', 'resource', 'identity', 'authorizer']
const arn = 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/*'
const allow = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: arn }
const problemsOf = (statement: unknown, kind: PolicyKind = 'resource') =>
  parsePolicy(kind, JSON.stringify({ Version: '2012-10-17', Statement: [statement] })).problems.map(
    (p) => `${p.reason} ${p.at}`,
  )

/** A text with a few characters taken out, put in or changed. */
const damaged = fc
  .array(fc.tuple(fc.nat(good.length), fc.constantFrom('', ',', '}', '"', '\\', ' ', '1', 'x', '/', '\n', '[')), {
    maxLength: 3,
  })
  .map((edits) => edits.reduce((text, [at, put]) => text.slice(0, at) + put + text.slice(at + 1), good))

describe('parsePolicy', { timeout: 60_000 }, () => {
  it('takes exactly the texts that are JSON', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string(), fc.json()), (text) => {
        let json = true
        try {
          JSON.parse(text)
        } catch {
          json = false
        }
        expect(parseJson(text).ok).toBe(json)
      }),
      { numRuns: 1000 },
    )
  })

  it('never throws, whatever the text holds', () => {
    const values = fc.json().map((text) => `{"Version":"2012-10-17","Statement":[${text}]}`)
    const elements = fc
      .tuple(fc.constantFrom('Effect', 'Principal', 'NotPrincipal', 'Action', 'Resource', 'Condition'), fc.jsonValue())
      .map(([name, value]) => JSON.stringify({ Statement: { ...allow, [name]: value } }))
    fc.assert(
      fc.property(fc.oneof(values, elements, fc.json(), damaged), fc.constantFrom(...kinds), (text, kind) => {
        const policy = parsePolicy(kind, text)
        for (const { offset, length } of policy.problems) expect(offset + length).toBeLessThanOrEqual(text.length)
        validatePolicy(policy, { private: true })
        expect(plain(wordsOf(policy).summary)).not.toBe('')
      }),
      { numRuns: 500 },
    )
    expect(parsePolicy('resource', '['.repeat(200_000)).problems[0]?.reason).toBe('not-json')
  })

  it('gives the same object for the same text', () => {
    expect(parsePolicy('resource', good)).toBe(parsePolicy('resource', good))
    expect(parsePolicy('endpoint', good)).not.toBe(parsePolicy('resource', good))
  })

  it('points at each element', () => {
    const [, deny] = parsePolicy('resource', good).statements
    const [condition] = deny?.conditions ?? []
    const second = condition?.values[1]
    expect(second?.at).toBe('/Statement/1/Condition/StringNotEquals/aws:SourceVpc/1')
    expect(good.slice(second?.offset, (second?.offset ?? 0) + (second?.length ?? 0))).toBe('"vpc-0ee55ff66aa77bb88"')
  })

  it.each<[string, unknown, PolicyKind, string]>([
    ['no Effect', { ...allow, Effect: undefined }, 'resource', 'missing-effect /Statement/0'],
    ['another Effect', { ...allow, Effect: 'allow' }, 'resource', 'bad-effect /Statement/0/Effect'],
    ['no Principal', { ...allow, Principal: undefined }, 'endpoint', 'missing-principal /Statement/0'],
    ['both', { ...allow, NotPrincipal: '*' }, 'resource', 'both-principal-and-not /Statement/0'],
    ['a bare principal', { ...allow, Principal: 'x' }, 'resource', 'bad-principal /Statement/0/Principal'],
    ['a type of none', { ...allow, Principal: { Aws: '*' } }, 'resource', 'bad-principal /Statement/0/Principal/Aws'],
    ['no Action', { ...allow, Action: undefined }, 'resource', 'missing-action /Statement/0'],
    ['a number as Action', { ...allow, Action: 1 }, 'resource', 'wrong-type /Statement/0/Action'],
    [
      'an Action without service',
      { ...allow, Action: ['*', 'Invoke'] },
      'resource',
      'bad-action /Statement/0/Action/1',
    ],
    ['no Resource', { ...allow, Resource: undefined }, 'resource', 'missing-resource /Statement/0'],
    ['an element of none', { ...allow, Conditions: {} }, 'resource', 'unknown-element /Statement/0/Conditions'],
    ['Principal of an identity', allow, 'identity', 'principal-in-identity-policy /Statement/0/Principal'],
    ['a text as statement', 'x', 'resource', 'wrong-type /Statement/0'],
    [
      'Null with IfExists',
      { ...allow, Condition: { NullIfExists: { 'aws:SourceVpc': 'true' } } },
      'resource',
      'bad-operator /Statement/0/Condition/NullIfExists',
    ],
    [
      'null as value',
      { ...allow, Condition: { Bool: { 'aws:SecureTransport': null } } },
      'resource',
      'wrong-type /Statement/0/Condition/Bool/aws:SecureTransport',
    ],
  ])('finds %s', (_, statement, kind, problem) => {
    expect(problemsOf(statement, kind)).toEqual([problem])
  })

  it('finds repeated keys, which JSON.parse hides', () => {
    const text = `{"Statement":{"Effect":"Deny","Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}`
    expect(parsePolicy('resource', text).problems).toMatchObject([{ reason: 'duplicate-key', at: '/Statement/Effect' }])
  })
})

describe('explainPolicy', () => {
  it('calls a statement matched exactly when all its parts are', () => {
    const facts = factsFor(
      {
        caller: 'anonymous',
        authorizationType: 'NONE',
        methodArn: 'arn:aws-cn:execute-api:cn-north-1:111122223333:a7k2m9q4xz/dev/GET/',
        resourceAccount: '111122223333',
        context: { 'aws:SourceVpc': 'vpc-0aa11bb22cc33dd44' },
      },
      'resource',
    )
    const statements = explainPolicy(parsePolicy('resource', good), facts)
    expect(statements.map((s) => s.matched)).toEqual(['yes', 'no'])
    expect(statements[1]?.parts.filter((p) => p.matched === 'no').map((p) => p.part)).toEqual(['Condition'])
  })
})
