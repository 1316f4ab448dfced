import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askEndpoint, askPolicy, authorize } from './authorize'
import type { AuthorizeRequest, Decision } from './decide'
import { factsFor } from './explain'
import { parsePolicy } from './parse'
import { wordsSay } from './words/holds'
import { wordsOf } from './words/words'

const arn = 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5'
const session = 'arn:aws:sts::111122223333:assumed-role/Caller/i-1'
const other = 'arn:aws:sts::444455556666:assumed-role/Far/i-2'

/** Keys and the values of a small world, so that policies and calls meet often. */
const world = {
  'aws:SourceVpc': ['vpc-1', 'vpc-2', 'vpc-12'],
  'aws:SourceVpce': ['vpce-1', 'vpce-2'],
  'aws:VpcSourceIp': ['10.0.1.5', '10.1.0.9', '192.168.0.1'],
  'aws:UserAgent': ['curl/8', 'Curl/8', 'probe'],
  'aws:PrincipalOrgID': ['o-1', 'o-2'],
} as const
type Key = keyof typeof world
const keys = Object.keys(world) as Key[]

const someOf = <T>(items: readonly T[], max = 2) =>
  fc.array(fc.constantFrom(...items), { minLength: 1, maxLength: max })
const pattern = fc.constantFrom('vpc-?', 'vpc*', '*-1', 'curl/*', 'o-1', 'vpce-2', 'vpc-1', '10.*')
const stringTest = fc
  .record({
    operator: fc.constantFrom('StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'),
    ifExists: fc.boolean(),
    key: fc.constantFrom(...keys),
  })
  .chain(({ operator, ifExists, key }) =>
    someOf(world[key]).map((values) => ({ [`${operator}${ifExists ? 'IfExists' : ''}`]: { [key]: values } })),
  )
const likeTest = fc
  .tuple(fc.constantFrom('StringLike', 'StringNotLike', 'StringLikeIfExists'), fc.constantFrom(...keys), pattern)
  .map(([operator, key, value]) => ({ [operator]: { [key]: value } }))
const ipTest = fc
  .tuple(
    fc.constantFrom('IpAddress', 'NotIpAddress', 'IpAddressIfExists'),
    someOf(['10.0.0.0/16', '10.1.0.9', '0.0.0.0/0', '10.0.0.0/15']),
  )
  .map(([operator, values]) => ({ [operator]: { 'aws:VpcSourceIp': values } }))
const nullTest = fc
  .tuple(fc.constantFrom(...keys), fc.boolean())
  .map(([key, wanted]) => ({ Null: { [key]: String(wanted) } }))
const setTest = fc
  .tuple(fc.constantFrom('ForAllValues:StringLike', 'ForAnyValue:StringEquals'), someOf(['o/a/*', 'o/a/b', 'o/c']))
  .map(([operator, values]) => ({ [operator]: { 'aws:PrincipalOrgPaths': values } }))

const condition = fc
  .array(fc.oneof(stringTest, likeTest, ipTest, nullTest, setTest), { maxLength: 2 })
  .map((tests) => Object.assign({}, ...tests))
const who = fc.oneof(
  { weight: 4, arbitrary: fc.constant<unknown>('*') },
  fc.constantFrom<unknown>({ AWS: '111122223333' }, { AWS: ['arn:aws:iam::111122223333:role/Caller', '444455556666'] }),
)
const what = fc.constantFrom(
  `${arn}/*`,
  `${arn}/*/*/*`,
  `${arn}/dev/GET/*`,
  '*',
  `${arn}/prod/*`,
  `${arn}/dev/GET/pets`,
)
const action = fc.constantFrom('execute-api:Invoke', '*', 'execute-api:*', 'execute-api:ManageConnections')

interface Text {
  Effect: 'Allow' | 'Deny'
  [element: string]: unknown
}
const statement: fc.Arbitrary<Text> = fc
  .record({
    Effect: fc.constantFrom<'Allow' | 'Deny'>('Allow', 'Deny'),
    Principal: who,
    Action: fc.oneof({ weight: 5, arbitrary: fc.constant('execute-api:Invoke') }, action),
    resource: fc.tuple(fc.boolean(), fc.oneof({ weight: 3, arbitrary: fc.constant(`${arn}/*`) }, what)),
    condition,
  })
  .map(({ Effect, Principal, Action, resource: [not, resource], condition: tests }) => ({
    ...{ Effect, Principal, Action },
    [not && resource !== '*' ? 'NotResource' : 'Resource']: resource,
    ...(Object.keys(tests).length > 0 ? { Condition: tests } : {}),
  }))

/** Shapes that people write are drawn as often as random ones. */
const allowAll: Text = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: `${arn}/*` }
const denyUnless = fc
  .tuple(fc.constantFrom('aws:SourceVpc' as const, 'aws:SourceVpce' as const), fc.constantFrom(`${arn}/*`, '*'))
  .chain(([key, Resource]) =>
    someOf(world[key]).map(
      (values): Text => ({ ...allowAll, Effect: 'Deny', Resource, Condition: { StringNotEquals: { [key]: values } } }),
    ),
  )
const statements = fc.oneof(
  fc.array(statement, { minLength: 1, maxLength: 4 }),
  fc.array(denyUnless, { maxLength: 2 }).map((denies) => [allowAll, ...denies]),
  condition.map((tests) => [Object.keys(tests).length > 0 ? { ...allowAll, Condition: tests } : allowAll]),
)
const textOf = (list: readonly Text[]) => JSON.stringify({ Version: '2012-10-17', Statement: list })

const context = fc.record(
  {
    'aws:SourceVpc': fc.constantFrom(...world['aws:SourceVpc']),
    'aws:SourceVpce': fc.constantFrom(...world['aws:SourceVpce']),
    'aws:VpcSourceIp': fc.constantFrom(...world['aws:VpcSourceIp']),
    'aws:UserAgent': fc.constantFrom(...world['aws:UserAgent']),
    'aws:PrincipalOrgID': fc.constantFrom(...world['aws:PrincipalOrgID']),
    'aws:PrincipalOrgPaths': fc.array(fc.constantFrom('o/a/b', 'o/c'), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: [] },
)
const methodArn = fc.constantFrom(`${arn}/dev/GET/pets`, `${arn}/dev/GET/`, `${arn}/prod/POST/pets/1`)
const call = fc.record({
  caller: fc.constantFrom('anonymous', session, other),
  authorizationType: fc.constantFrom('NONE' as const, 'AWS_IAM' as const, 'CUSTOM' as const),
  methodArn,
  resourceAccount: fc.constant('111122223333'),
  context,
})
/** A policy for identities: no principals. */
const identity = fc
  .array(statement, { minLength: 1, maxLength: 2 })
  .map((list) => textOf(list.map(({ Principal: _, ...rest }) => rest)))
const request = fc
  .tuple(call, statements, fc.option(statements, { nil: null }), identity, identity)
  .map(([base, resource, endpoint, mine, lambda]) => ({ base, resource, endpoint, mine, lambda }))

type Drawn = typeof request extends fc.Arbitrary<infer T> ? T : never
const ask = (drawn: Drawn): AuthorizeRequest => ({
  ...drawn.base,
  resourcePolicy: textOf(drawn.resource),
  endpointPolicy: drawn.endpoint ? textOf(drawn.endpoint) : null,
  identityPolicies: [drawn.mine],
  authorizerPolicy: drawn.lambda,
})
const opens = (decision: Decision) => decision === 'allow'

/** Long enough for a machine that runs other suites beside this one. */
const patient = { timeout: 60_000 }

describe('authorization', patient, () => {
  it('taking an Allow away never opens', () => {
    fc.assert(
      fc.property(request, fc.nat(3), (drawn, at) => {
        fc.pre(!opens(authorize(ask(drawn)).decision) && drawn.resource[at]?.Effect === 'Allow')
        const resource = drawn.resource.filter((_, i) => i !== at)
        expect(opens(authorize(ask({ ...drawn, resource })).decision)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('adding a Deny never opens, in either policy', () => {
    fc.assert(
      fc.property(request, statement, fc.boolean(), (drawn, extra, atEndpoint) => {
        fc.pre(!opens(authorize(ask(drawn)).decision))
        const deny: Text = { ...extra, Effect: 'Deny' }
        const after = atEndpoint
          ? { ...drawn, endpoint: [...(drawn.endpoint ?? [allowAll]), deny] }
          : { ...drawn, resource: [...drawn.resource, deny] }
        expect(opens(authorize(ask(after)).decision)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('an answer that is not unknown holds in every completion tried', () => {
    const hidden = fc.subarray(keys, { minLength: 1 })
    const unread = fc.subarray(['resource', 'endpoint', 'identity', 'authorizer'] as const)
    fc.assert(
      fc.property(
        request,
        hidden,
        unread,
        fc.array(request, { minLength: 8, maxLength: 8 }),
        (drawn, gone, lost, others) => {
          const given = Object.entries(drawn.base.context).filter(([key]) => !gone.some((g) => g === key))
          const base = { ...drawn.base, context: Object.fromEntries(given) }
          const asked = ask({ ...drawn, base })
          const answer = authorize({
            ...asked,
            contextUnknown: gone,
            policiesUnknown: lost,
            ...(lost.includes('resource') ? { resourcePolicy: null } : {}),
            ...(lost.includes('endpoint') ? { endpointPolicy: null } : {}),
            ...(lost.includes('identity') ? { identityPolicies: [] } : {}),
            ...(lost.includes('authorizer') ? { authorizerPolicy: null } : {}),
          })
          fc.pre(answer.decision !== 'unknown')
          for (const filler of others) {
            const found = Object.entries(filler.base.context).filter(([key]) => gone.some((g) => g === key))
            const complete = authorize({
              ...asked,
              context: { ...base.context, ...Object.fromEntries(found) },
              ...(lost.includes('resource') ? { resourcePolicy: textOf(filler.resource) } : {}),
              ...(lost.includes('endpoint') ? { endpointPolicy: ask(filler).endpointPolicy ?? null } : {}),
              ...(lost.includes('identity') ? { identityPolicies: [filler.mine] } : {}),
              ...(lost.includes('authorizer') ? { authorizerPolicy: filler.lambda } : {}),
            })
            expect(opens(complete.decision)).toBe(opens(answer.decision))
            if (answer.possible.length === 1) expect(complete.decision).toBe(answer.decision)
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('hiding a fact never turns allow into denial or denial into allow', () => {
    fc.assert(
      fc.property(request, fc.constantFrom(...keys), (drawn, key) => {
        const full = authorize(ask(drawn)).decision
        const context = Object.fromEntries(Object.entries(drawn.base.context).filter(([k]) => k !== key))
        const less = authorize({ ...ask(drawn), context, contextUnknown: [key] }).decision
        if (less !== 'unknown') expect(opens(less)).toBe(opens(full))
      }),
      { numRuns: 300 },
    )
  })
})

describe('one policy', patient, () => {
  /** A statement that surely matches, surely does not, or hangs on a key that is not known. */
  const made = (Effect: 'Allow' | 'Deny', value: 'yes' | 'no' | 'unknown') => ({
    ...allowAll,
    Effect,
    Condition: {
      StringEquals: { [value === 'unknown' ? 'aws:Hidden' : 'aws:SourceVpc']: value === 'no' ? 'x' : 'vpc-1' },
    },
  })
  const table: ['no' | 'unknown' | 'yes', 'no' | 'unknown' | 'yes', Decision][] = [
    ['no', 'no', 'implicitDeny'],
    ['no', 'unknown', 'implicitDeny'],
    ['no', 'yes', 'explicitDeny'],
    ['unknown', 'no', 'unknown'],
    ['unknown', 'unknown', 'unknown'],
    ['unknown', 'yes', 'explicitDeny'],
    ['yes', 'no', 'allow'],
    ['yes', 'unknown', 'unknown'],
    ['yes', 'yes', 'explicitDeny'],
  ]

  it.each(table)('an Allow that matches: %s, a Deny: %s, gives %s', (allow, deny, decision) => {
    const answer = askEndpoint({
      caller: 'anonymous',
      authorizationType: 'NONE',
      methodArn: `${arn}/dev/GET/pets`,
      resourceAccount: '111122223333',
      context: { 'aws:SourceVpc': 'vpc-1' },
      contextUnknown: ['aws:Hidden'],
      endpointPolicy: textOf([made('Allow', allow), made('Allow', 'no'), made('Deny', deny), made('Deny', 'no')]),
    })
    expect(answer.decision).toBe(decision)
    expect(answer.missing).toEqual(decision === 'unknown' ? ['aws:Hidden'] : [])
  })

  it('means what its words say: 200 policies, 50 calls each', () => {
    const calls = fc.array(call, { minLength: 50, maxLength: 50 })
    const shapes = new Map<string, number>()
    fc.assert(
      fc.property(statements, calls, (list, asked) => {
        const policy = parsePolicy('resource', textOf(list))
        const words = wordsOf(policy)
        shapes.set(words.shape.kind, (shapes.get(words.shape.kind) ?? 0) + 1)
        for (const one of asked) {
          const facts = factsFor({ ...one, authorizationType: 'AWS_IAM' }, 'resource')
          expect(wordsSay(words, facts)).toBe(askPolicy(policy, facts).decision)
        }
      }),
      { numRuns: 200 },
    )
    expect([...shapes.keys()].sort()).toEqual(['anyone', 'list', 'nobody', 'onlyAllowed', 'onlyWhen'])
  })
})
