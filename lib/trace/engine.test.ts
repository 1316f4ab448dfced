import { describe, expect, it } from 'vitest'
import { parseCall } from '@/lib/invocation/curl/parse'
import { buildTemplate } from '@/lib/templates/build'
import { applyPatch, type Patch } from '@/lib/topology/patch'
import { trace } from './engine'

const service = 'execute-api.cn-northwest-1.amazonaws.com.cn'
const outer = `https://v944po9kjb.${service}/dev/webpage-vpc`

function put(template: string, from: string, curl: string, patch: Patch = []) {
  const call = parseCall(curl, { vantage: from })
  if (!call.ok) throw new Error(call.says)
  return trace(applyPatch(buildTemplate(template), patch), call.invocation)
}

describe('the call through both APIs', () => {
  const traced = put('two-api-chain', 'client-consumer', `curl ${outer}`)

  it('passes these places, in this order', () => {
    expect(traced.hops.map((hop) => hop.resource)).toEqual([
      'client-consumer',
      'vpce-080de204ca78d2883',
      'v944po9kjb',
      'lsm4cw',
      'web-app-fargate-nlb-internal2',
      'vpce-0d4d61b31cecd49fc',
      '3i95y1yx06',
      't0f7wl',
      'web-app-fargate-nlb-internal',
      'web-app-fargate',
    ])
    expect(traced.hops.map((hop) => hop.n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('reaches the application with its own answer', () => {
    expect(traced).toMatchObject({
      verdict: 'reaches',
      outcome: { kind: 'response', status: 200 },
      blockers: [],
      blockersComplete: true,
    })
    expect(traced.arrivesAs).toMatchObject({ api: '3i95y1yx06', path: '/' })
    expect(traced.hops.flatMap((hop) => hop.checks).every((check) => check.verdict === 'pass')).toBe(true)
  })

  it('begins a new call at each API: host, path and headers are those of the integration', () => {
    const inner = traced.hops[6]?.call
    expect(inner).toMatchObject({ host: `3i95y1yx06.${service}`, path: '/dev/webpage-vpc', source: '10.0.1.95' })
    expect(traced.hops[9]?.call).toMatchObject({ scheme: 'http', path: '/', port: 5000 })
  })
})

describe('a trace', () => {
  it('goes on behind what stops a call, so that every blocker is found', () => {
    const traced = put('private-api', 'client-provider', `curl https://3i95y1yx06.${service}/dev/webpage-vpc`, [
      { op: 'replace', path: '/resources/sg-0a000000000c11e01/ipPermissionsEgress', value: [] },
      { op: 'replace', path: '/resources/t0f7wl/status', value: 'FAILED' },
    ])
    expect(traced).toMatchObject({
      verdict: 'blocked',
      outcome: { kind: 'timeout', curlExitCode: 28, failsAfterMs: 135_000 },
    })
    expect(traced.blockers.map((b) => [b.hop, b.resource])).toEqual([
      ['security-group', 'sg-0a000000000c11e01'],
      ['vpc-link', 't0f7wl'],
    ])
  })

  it('says blocked behind a gate that is not known, with what may stop the call earlier', () => {
    const traced = put('private-api', 'client-provider', `curl https://3i95y1yx06.${service}/nostage/x`, [
      {
        op: 'add',
        path: '/resources/sg-0a0000000000e9001/notVisible',
        value: [{ path: '/ipPermissions', why: 'accessDenied', ask: 'Which rules has the group?' }],
      },
    ])
    expect(traced).toMatchObject({ verdict: 'blocked', decidedBy: { hop: 'stage' }, outcome: { kind: 'unknown' } })
    expect(traced.mayStopEarlier?.map((stop) => stop.resource)).toEqual(['sg-0a0000000000e9001'])
    expect(traced.missing).toMatchObject([{ resource: 'sg-0a0000000000e9001', ask: 'Which rules has the group?' }])
  })

  it('branches where a canary takes a share of the calls', () => {
    const api = buildTemplate('private-api').resources['3i95y1yx06']
    if (api?.kind !== 'restApi') throw new Error('no API')
    const [name = ''] = Object.keys(api.deployments)
    const traced = put('private-api', 'client-provider', `curl https://3i95y1yx06.${service}/dev/webpage-vpc`, [
      {
        op: 'copy',
        from: `/resources/3i95y1yx06/deployments/${name}`,
        path: '/resources/3i95y1yx06/deployments/canary',
      },
      { op: 'replace', path: '/resources/3i95y1yx06/deployments/canary/api/resources', value: {} },
      {
        op: 'add',
        path: '/resources/3i95y1yx06/stages/dev/canarySettings',
        value: { percentTraffic: 10, deploymentId: 'canary' },
      },
    ])
    expect(traced).toMatchObject({ verdict: 'unknown', outcome: { candidates: [{ status: 200 }, { status: 403 }] } })
    expect(traced.hops[2]?.branches?.map((b) => [b.share, b.verdict])).toEqual([
      [0.9, 'reaches'],
      [0.1, 'blocked'],
    ])
  })

  it('shows the API that a Host jumps past as never passed', () => {
    const traced = put('two-api-chain', 'client-provider', `curl -k ${outer} -H 'Host: 3i95y1yx06.${service}'`)
    expect(traced.hops.map((hop) => hop.resource)).not.toContain('v944po9kjb')
    expect(traced.hops.flatMap((hop) => hop.checks).find((c) => c.id === 'api-selection.api')?.reason).toBe('jump')
  })
})
