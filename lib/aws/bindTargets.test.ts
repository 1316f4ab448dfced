import { describe, expect, test } from 'vitest'
import type { Resource } from '@/lib/topology/document'
import { bindTargets } from './bindTargets'
import type { Sightings } from './site'

const place = { account: '111122223333', region: 'eu-west-1' }
const read = [{ accountId: '111122223333', region: 'eu-west-1' }]
const vpc = (block: string): Resource => ({
  kind: 'vpc',
  ...place,
  cidrBlocks: [block],
  enableDnsSupport: true,
  enableDnsHostnames: true,
})
const subnet = (of: string): Resource => ({
  kind: 'subnet',
  ...place,
  vpc: of,
  cidrBlock: '10.0.0.0/24',
  availabilityZone: 'eu-west-1a',
  availabilityZoneId: 'euw1-az1',
  networkAcl: 'acl-1',
})
const instance = (at: string, address: string): Resource => ({
  kind: 'instance',
  ...place,
  subnet: at,
  privateIpAddress: address,
  securityGroups: [],
})
const group = (targets: string[], targetType: 'ip' | 'instance' = 'ip'): Resource => ({
  kind: 'targetGroup',
  ...place,
  vpc: 'vpc-1',
  targetType,
  protocol: 'TCP',
  port: 80,
  healthCheck: {},
  targets: targets.map((id) => ({ id, port: 80 })),
})

const bound = (more: Record<string, Resource>, sightings: Sightings = new Map()) => {
  const resources = new Map<string, Resource>([
    ['vpc-1', vpc('10.0.0.0/16')],
    ['vpc-2', vpc('10.0.0.0/16')],
    ['subnet-1', subnet('vpc-1')],
    ['subnet-2', subnet('vpc-2')],
    ...Object.entries(more),
  ])
  const found = bindTargets(resources, sightings, read).get('tg')
  return found?.kind === 'targetGroup' ? found : undefined
}

describe('bindTargets', () => {
  test('where blocks overlap, the holder in the own VPC is meant, and gives the zone', () => {
    const tg = bound({
      'i-2': instance('subnet-2', '10.0.0.5'),
      'i-1': instance('subnet-1', '10.0.0.5'),
      tg: group(['10.0.0.5']),
    })
    expect(tg?.targets).toEqual([{ id: '10.0.0.5', port: 80, availabilityZone: 'eu-west-1a', of: { instance: 'i-1' } }])
    expect(tg?.notVisible).toBeUndefined()
  })

  test('instances by their ids', () => {
    const tg = bound({ 'i-1': instance('subnet-1', '10.0.0.5'), tg: group(['i-1', 'i-gone'], 'instance') })
    expect(tg?.targets.map((t) => t.of)).toEqual([{ instance: 'i-1' }, undefined])
    expect(tg?.notVisible).toBeUndefined()
  })

  test('an address that nobody holds is bound to nothing, and that is known', () => {
    const tg = bound({ tg: group(['10.0.0.9']) }, new Map([['tg 10.0.0.9', []]]))
    expect(tg?.targets).toEqual([{ id: '10.0.0.9', port: 80 }])
    expect(tg?.notVisible).toBeUndefined()
  })

  test('an interface that is not modelled, a lookup that failed, an address outside what was read: not known', () => {
    const tg = bound(
      { tg: group(['10.0.0.7', '10.0.0.8', '192.168.1.1']) },
      new Map<string, { vpc: string; says: string }[] | { path: string; why: 'accessDenied'; ask: string }>([
        ['tg 10.0.0.7', [{ vpc: 'vpc-1', says: 'RDSNetworkInterface' }]],
        ['tg 10.0.0.8', { path: '', why: 'accessDenied', ask: 'AWS refused.' }],
        ['tg 192.168.1.1', []],
      ]),
    )
    expect(tg?.notVisible?.map((h) => [h.path, h.why])).toEqual([
      ['/targets/0/of', 'notModelled'],
      ['/targets/1/of', 'accessDenied'],
      ['/targets/2/of', 'notInspected'],
    ])
  })
})
