import { describe, expect, it } from 'vitest'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Hop, Outcome, Trace } from '@/lib/trace/trace'
import { compare } from './compare'
import type { Expectation, ExpectedOutcome, TestCase } from './format'

const doc: TopologyDocument = {
  schemaVersion: 1,
  name: 'two groups',
  layout: {},
  resources: {
    'client-group': {
      kind: 'securityGroup',
      physicalId: 'sg-1',
      name: 'clients',
      vpc: 'vpc',
      ipPermissions: [],
      ipPermissionsEgress: [],
    },
    vpc: { kind: 'vpc', cidrBlocks: ['10.0.0.0/16'], enableDnsSupport: true, enableDnsHostnames: true },
    outer: {
      kind: 'restApi',
      physicalId: 'v944po9kjb',
      endpointConfiguration: { type: 'PRIVATE' },
      resources: {},
      deployments: {},
      stages: {},
    },
  },
}

const forbidden = {
  kind: 'response',
  status: 403,
  errorType: 'ForbiddenException',
  body: '{"message":"Forbidden"}',
} as const
const hello = { kind: 'response', status: 200, body: 'HELLO' } as const
const dns = { kind: 'dns', curlExitCode: 6 } as const
const timeout = { kind: 'timeout', curlExitCode: 28 } as const

const hopOf = (resource: string): Hop => ({
  n: 1,
  resource,
  kind: 'restApi',
  call: { method: 'GET', scheme: 'https', headers: [] },
  checks: [],
})

const traceOf = (verdict: Trace['verdict'], outcome: Outcome, more: Partial<Trace> = {}): Trace => ({
  invocation: { vantage: 'client', method: 'GET', url: 'https://a/', headers: [], options: {} },
  verdict,
  outcome,
  hops: [],
  blockers: [],
  blockersComplete: true,
  fixes: [],
  ...more,
})

const graded = (wanted: Expectation, trace: Trace, certainty?: TestCase['certainty']) =>
  compare(doc, { expect: wanted, certainty }, trace)

const decided = (resource: string, hop: 'security-group' | 'dns' | 'route') => ({
  decidedBy: { resource, hop, n: 1, check: `${hop}.x` },
})

describe('a concrete outcome', () => {
  const wanted: Expectation = { verdict: 'blocked', outcome: forbidden }

  it('matches when kind, status, error type and body are equal; white space at the end does not count', () => {
    const got = traceOf('blocked', { ...forbidden, body: '{"message":"Forbidden"}\n' })
    expect(graded(wanted, got).grade).toBe('match')
  })

  it('fails on spacing inside the body, on another error type, on a missing body', () => {
    const spaced = traceOf('blocked', { ...forbidden, body: '{"message": "Forbidden"}' })
    expect(graded(wanted, spaced).wrong).toEqual([
      'body "{\\"message\\": \\"Forbidden\\"}", wanted "{\\"message\\":\\"Forbidden\\"}"',
    ])
    expect(graded(wanted, traceOf('blocked', { ...forbidden, errorType: 'Other' })).grade).toBe('fail')
    expect(graded(wanted, traceOf('blocked', { kind: 'response', status: 403 })).wrong).toHaveLength(2)
  })

  it('only reports a soft field, and error type and body of an inferred case', () => {
    const got = traceOf('blocked', { ...forbidden, body: 'x' })
    expect(graded({ ...wanted, soft: ['body'] }, got)).toMatchObject({ grade: 'match', reported: [expect.any(String)] })
    expect(graded(wanted, got, 'inferred').grade).toBe('match')
    expect(graded(wanted, got, 'measured').grade).toBe('fail')
    expect(graded(wanted, traceOf('blocked', { ...forbidden, status: 404 }), 'inferred').grade).toBe('fail')
  })

  it('does not compare what the case leaves out, and only reports the exit code', () => {
    const got = traceOf('blocked', { kind: 'tls', curlExitCode: 35 })
    expect(graded({ verdict: 'blocked', outcome: { kind: 'tls' } }, got).grade).toBe('match')
    expect(graded({ verdict: 'blocked', outcome: { kind: 'tls', curlExitCode: 60 } }, got)).toMatchObject({
      grade: 'match',
      reported: ['curlExitCode 35, wanted 60'],
    })
  })

  it('takes one of several bodies, or a part of one', () => {
    const got = traceOf('blocked', forbidden)
    const bodies: ExpectedOutcome = { kind: 'response', bodyAnyOf: ['a', '{"message":"Forbidden"}'] }
    expect(graded({ verdict: 'blocked', outcome: bodies }, got).grade).toBe('match')
    expect(graded({ verdict: 'blocked', outcome: { kind: 'response', bodyAnyOf: ['a'] } }, got).grade).toBe('fail')
    expect(graded({ verdict: 'blocked', outcome: { kind: 'response', bodyContains: 'bidden' } }, got).grade).toBe(
      'match',
    )
    expect(graded({ verdict: 'blocked', outcome: { kind: 'response', bodyContains: 'denied' } }, got).grade).toBe(
      'fail',
    )
    const part = traceOf('blocked', { kind: 'response', bodyContains: 'explicit deny' })
    expect(graded({ verdict: 'blocked', outcome: { kind: 'response', bodyContains: 'explicit' } }, part).grade).toBe(
      'match',
    )
  })
})

describe('verdicts', () => {
  it('calls the opposite verdict confidently wrong', () => {
    const result = graded({ verdict: 'reaches', outcome: hello }, traceOf('blocked', timeout), 'inferred')
    expect(result).toMatchObject({ grade: 'fail', confidentlyWrong: true, claimsWhatNobodyKnows: false })
  })

  it('fails an unknown where the case is certain, unless the case accepts it or only reasons', () => {
    const wanted: Expectation = { verdict: 'blocked', outcome: timeout }
    const got = traceOf('unknown', { kind: 'unknown', candidates: [timeout, hello] })
    expect(graded(wanted, got)).toMatchObject({ grade: 'fail', confidentlyWrong: false })
    expect(graded(wanted, got, 'inferred').grade).toBe('cautious')
    expect(graded({ ...wanted, acceptUnknown: true }, got).grade).toBe('match')
    const astray = traceOf('unknown', { kind: 'unknown', candidates: [dns, hello] })
    expect(graded(wanted, astray, 'inferred').grade).toBe('fail')
    expect(graded({ ...wanted, acceptUnknown: true }, astray).grade).toBe('fail')
  })

  it('accepts an open outcome of the right verdict where the case says so', () => {
    const got = traceOf('blocked', { kind: 'unknown', candidates: [timeout, dns] })
    expect(graded({ verdict: 'blocked', outcome: timeout, acceptUnknown: true }, got).grade).toBe('match')
    expect(graded({ verdict: 'blocked', outcome: timeout }, got).grade).toBe('fail')
  })

  it('fails a certain answer where nobody knows, and reports it as bold where the case only reasons', () => {
    const wanted: Expectation = { verdict: 'unknown', outcome: { kind: 'unknown', candidates: [hello, forbidden] } }
    expect(graded(wanted, traceOf('reaches', hello), 'measured')).toMatchObject({
      grade: 'fail',
      claimsWhatNobodyKnows: true,
      confidentlyWrong: false,
    })
    expect(graded(wanted, traceOf('reaches', hello), 'inferred').grade).toBe('bold')
    expect(graded(wanted, traceOf('blocked', timeout), 'inferred').grade).toBe('fail')
  })
})

describe('an open outcome', () => {
  const wanted: Expectation = {
    verdict: 'blocked',
    outcome: { kind: 'unknown', candidates: [dns, forbidden, timeout] },
  }
  const open = (...candidates: Outcome[]) => traceOf('blocked', { kind: 'unknown', candidates })

  it('matches when each candidate fits one of the case by kind and status, and there are two at least', () => {
    expect(graded(wanted, open(dns, { kind: 'response', status: 403 })).grade).toBe('match')
    expect(graded(wanted, open(dns, { kind: 'response', status: 500 })).grade).toBe('fail')
    expect(graded(wanted, open()).grade).toBe('fail')
  })

  it('is lucky with one of them outright, wrong with another', () => {
    expect(graded(wanted, traceOf('blocked', forbidden)).grade).toBe('lucky')
    expect(graded(wanted, open(dns)).grade).toBe('lucky')
    expect(graded(wanted, traceOf('blocked', { kind: 'refused' })).grade).toBe('fail')
  })

  it('needs two candidates where the verdict is open as well', () => {
    const both: Expectation = { ...wanted, verdict: 'unknown' }
    expect(graded(both, traceOf('unknown', { kind: 'unknown', candidates: [dns, timeout] })).grade).toBe('match')
    expect(graded(both, traceOf('unknown', { kind: 'unknown', candidates: [dns] })).grade).toBe('fail')
  })
})

describe('the deciding hop', () => {
  const wanted: Expectation = { verdict: 'blocked', outcome: timeout, hop: 'security-group', resource: 'sg-1' }

  it('is named by logical id, physical id or name', () => {
    const got = traceOf('blocked', timeout, decided('client-group', 'security-group'))
    for (const resource of ['sg-1', 'client-group', 'clients'])
      expect(graded({ ...wanted, resource }, got).grade).toBe('match')
    expect(graded({ ...wanted, resource: 'sg-2' }, got).wrong).toEqual(['resource client-group, wanted sg-2'])
  })

  it('may be one of the other namings, each for itself', () => {
    const got = traceOf('blocked', timeout, decided('vpc', 'route'))
    expect(graded(wanted, got).wrong).toHaveLength(2)
    expect(graded({ ...wanted, hopAlso: ['route'] }, got).wrong).toHaveLength(1)
    expect(graded({ ...wanted, hopAlso: ['route'], resourceAlso: ['vpc'] }, got).grade).toBe('match')
  })

  it('is not compared where the call reaches', () => {
    const reaching: Expectation = { verdict: 'reaches', outcome: hello, hop: 'dns', resource: 'nobody' }
    expect(graded(reaching, traceOf('reaches', hello)).grade).toBe('match')
  })
})

describe('arrival and blockers', () => {
  it('compares the API that answers and the one that is never passed, through branches too', () => {
    const wanted: Expectation = { verdict: 'reaches', outcome: hello, arrivesAs: { api: 'v944po9kjb' } }
    expect(graded(wanted, traceOf('reaches', hello, { arrivesAs: { api: 'outer' } })).grade).toBe('match')
    expect(graded(wanted, traceOf('reaches', hello)).grade).toBe('fail')
    const never: Expectation = { verdict: 'reaches', outcome: hello, arrivesAs: { neverThrough: 'v944po9kjb' } }
    const branch = { to: 'a', verdict: 'reaches', outcome: hello, hops: [hopOf('outer')] } as const
    const through = traceOf('reaches', hello, {
      hops: [{ ...hopOf('client-group'), branches: [{ ...branch, hops: [...branch.hops] }] }],
    })
    expect(graded(never, through).grade).toBe('fail')
    expect(graded(never, traceOf('reaches', hello)).grade).toBe('match')
  })

  it('compares path and host', () => {
    const got = traceOf('reaches', hello, { arrivesAs: { path: '/dev/a', host: 'h' } })
    const at = (arrivesAs: Expectation['arrivesAs']) =>
      graded({ verdict: 'reaches', outcome: hello, arrivesAs }, got).grade
    expect(at({ path: '/dev/a', host: 'h' })).toBe('match')
    expect(at({ pathStartsWith: '/dev' })).toBe('match')
    expect(at({ path: '/dev' })).toBe('fail')
    expect(at({ host: 'other' })).toBe('fail')
  })

  it('wants all blockers and no other, the first one first', () => {
    const one = { hop: 'security-group', resource: 'client-group', n: 1, check: 'x' } as const
    const two = { hop: 'route', resource: 'vpc', n: 1, check: 'x' } as const
    const wanted: Expectation = {
      verdict: 'blocked',
      outcome: timeout,
      blockers: [
        { hop: 'security-group', resource: 'sg-1' },
        { hop: 'route', resource: 'vpc' },
      ],
    }
    const grade = (...blockers: Trace['blockers']) => graded(wanted, traceOf('blocked', timeout, { blockers })).grade
    expect(grade(one, two)).toBe('match')
    expect(grade(two, one)).toBe('fail')
    expect(grade(one)).toBe('fail')
    expect(grade(one, two, { ...one, hop: 'dns' })).toBe('fail')
  })
})

it('never compares a case that only explain uses', () => {
  const only = { expect: { verdict: 'reaches', outcome: hello }, use: 'explain-only' } as const
  expect(compare(doc, only, traceOf('blocked', timeout)).grade).toBe('skipped')
})
