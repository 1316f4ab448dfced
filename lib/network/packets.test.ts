import { describe, expect, it } from 'vitest'
import { known } from '@/lib/known/known'
import { buildTemplate } from '@/lib/templates/build'
import { applyPatch, type Patch } from '@/lib/topology/patch'
import { aclSays, hostEphemeral, nodeEphemeral } from './networkAcls'
import { endpointPoints, internetPoint, nodePoints, noGroups, type Point, pointInSubnet } from './point'
import { rangeOf } from './range'
import { routeTo } from './routes'
import { groupsAdmit } from './securityGroups'
import { targetsOf } from './targets'
import { vantageOf } from './vantage'

const doc = buildTemplate('two-api-chain')
const client = (from: string): Point => {
  const [point] = vantageOf(doc, from).points
  if (!point) throw new Error(from)
  return point
}
const first = (points: ReturnType<typeof nodePoints>): Point => {
  const point = points.known ? points.value[0] : undefined
  if (!point) throw new Error('no point')
  return point
}

describe('routes', () => {
  const internal2 = first(nodePoints(doc, 'web-app-fargate-nlb-internal2'))

  it('go by the longest prefix, over an active peering', () => {
    expect(routeTo(doc, client('client-consumer'), internal2)).toMatchObject({ verdict: 'pass', reason: 'peering' })
    const pending = applyPatch(doc, [
      { op: 'replace', path: '/resources/pcx-0ab0ab0ab0ab0ab0a/status', value: 'pending-acceptance' },
    ])
    expect(routeTo(pending, client('client-consumer'), internal2)).toMatchObject({
      verdict: 'fail',
      reason: 'peering-inactive',
    })
  })

  it('lead nobody from the internet to a private address', () => {
    expect(routeTo(doc, internetPoint('internet'), internal2)).toMatchObject({
      verdict: 'fail',
      reason: 'from-internet',
    })
  })
})

describe('network ACLs', () => {
  const subnet = 'subnet-0a00000000000000a'
  const acl = 'acl-0a000000000000001'
  const peer = rangeOf('10.9.1.5')
  const entries = (list: [number, string, number, number, string][]): Patch => [
    {
      op: 'replace',
      path: `/resources/${acl}/entries`,
      value: list.map(([ruleNumber, ruleAction, from, to, cidrBlock]) => ({
        ruleNumber,
        egress: false,
        protocol: 'tcp',
        portRange: { from, to },
        cidrBlock,
        ruleAction,
      })),
    },
  ]
  const says = (list: [number, string, number, number, string][], ports = [443, 443] as readonly [number, number]) =>
    peer && aclSays(applyPatch(doc, entries(list)), subnet, false, peer, ports).verdict

  it('take the first entry by number that matches, and refuse without one', () => {
    expect(
      says([
        [200, 'allow', 443, 443, '0.0.0.0/0'],
        [100, 'deny', 443, 443, '10.9.0.0/16'],
      ]),
    ).toBe('fail')
    expect(
      says([
        [100, 'allow', 443, 443, '0.0.0.0/0'],
        [200, 'deny', 443, 443, '10.9.0.0/16'],
      ]),
    ).toBe('pass')
    expect(says([])).toBe('fail')
  })

  it('are not known where an entry matches some of the ports only', () => {
    expect(says([[100, 'allow', 1024, 65535, '0.0.0.0/0']], nodeEphemeral)).toBe('pass')
    expect(says([[100, 'allow', 32768, 61000, '0.0.0.0/0']], hostEphemeral)).toBe('pass')
    expect(says([[100, 'allow', 40000, 65535, '0.0.0.0/0']], nodeEphemeral)).toBe('unknown')
  })
})

describe('security groups', () => {
  const endpoint = first(endpointPoints(doc, 'vpce-0d4d61b31cecd49fc'))
  const group = 'sg-0a0000000000e9001'
  const rule = (value: object): Patch => [{ op: 'replace', path: `/resources/${group}/ipPermissions`, value: [value] }]
  const admits = (from: Point, value: object) => groupsAdmit(applyPatch(doc, rule(value)), endpoint, 'in', from, 443)

  it('admit by block, by a group that the caller carries, and say which rule', () => {
    const from = client('client-provider')
    const tcp = { ipProtocol: 'tcp', fromPort: 443, toPort: 443 }
    expect(admits(from, { ...tcp, cidrs: ['10.0.0.0/16'] })).toMatchObject({
      verdict: 'pass',
      rule: '/ipPermissions/0',
    })
    expect(admits(from, { ...tcp, groups: ['sg-0a000000000c11e01'] })).toMatchObject({ verdict: 'pass' })
    expect(admits(from, { ...tcp, fromPort: 80, toPort: 80, cidrs: ['0.0.0.0/0'] })).toMatchObject({ verdict: 'fail' })
    expect(admits(from, { ipProtocol: '-1', cidrs: ['10.0.2.83/32'] })).toMatchObject({ verdict: 'pass' })
  })

  it('are not known for a caller of whom only the subnet is known, when a rule covers a part of it', () => {
    const anyone = pointInSubnet(doc, 'client', 'subnet-0a0000000000000c1', undefined, noGroups)
    expect(admits(anyone, { ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrs: ['10.0.2.83/32'] })).toMatchObject({
      verdict: 'unknown',
      reason: 'partly',
    })
    expect(admits(anyone, { ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrs: ['10.0.0.0/16'] })).toMatchObject({
      verdict: 'pass',
    })
  })

  it('of a load balancer made without any filter nothing, and an empty list admits nobody', () => {
    const node = first(nodePoints(doc, 'web-app-fargate-nlb-internal2'))
    expect(groupsAdmit(doc, node, 'in', client('client-provider'), 443)).toMatchObject({
      verdict: 'pass',
      reason: 'no-filter',
    })
    expect(groupsAdmit(doc, { ...node, groups: known([]) }, 'in', client('client-provider'), 443)).toMatchObject({
      verdict: 'fail',
      reason: 'no-groups',
    })
  })
})

describe('targets', () => {
  const [balancer, group] = ['web-app-fargate-nlb-internal', 'web-app-fargate-nlb-tg']
  const health = (...states: string[]): Patch =>
    states.map((state, i) => ({
      op: 'replace' as const,
      path: `/resources/${group}/targets/${i}/health`,
      value: { state },
    }))
  const used = (...states: string[]) => {
    const fact = targetsOf(applyPatch(doc, health(...states)), balancer, group)
    return [fact.reason, fact.used.length]
  }

  it('are the healthy ones, and all when none is healthy', () => {
    expect(used('healthy', 'healthy', 'healthy')).toEqual(['healthy', 3])
    expect(used('healthy', 'unhealthy', 'draining')).toEqual(['healthy', 1])
    expect(used('unhealthy', 'unhealthy', 'unhealthy')).toEqual(['fail-open', 3])
    expect(used('initial', 'draining', 'draining')).toEqual(['changing', 3])
  })

  it('in a zone that is not enabled get nothing', () => {
    const one = doc.resources[balancer]
    const zones = one?.kind === 'loadBalancer' ? one.availabilityZones.slice(0, 1) : []
    const patched = applyPatch(doc, [
      { op: 'replace', path: `/resources/${balancer}/availabilityZones`, value: zones },
      { op: 'remove', path: `/resources/${group}/targets/0` },
    ])
    expect(targetsOf(patched, balancer, group)).toMatchObject({ verdict: 'fail', reason: 'not-in-use' })
  })
})
