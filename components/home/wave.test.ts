import { describe, expect, it } from 'vitest'
import type { Kind } from '@/lib/topology/kinds'
import { waveOf } from './wave'

const hops = (list: [Kind, string?][]) =>
  list.map(([kind, vpc]) => ({ kind, status: 'passes' as const, ...(vpc ? { vpc } : {}) }))

describe('the wave of a call', () => {
  it('climbs to each API in a new column and drops behind each VPC link', () => {
    const { nodes } = waveOf(
      hops([
        ['instance', 'consumer'],
        ['vpcEndpoint', 'consumer'],
        ['restApi'],
        ['vpcLink'],
        ['loadBalancer', 'provider'],
        ['vpcEndpoint', 'provider'],
        ['restApi'],
      ]),
    )
    expect(nodes.map(({ column, row }) => `${column}/${row}`)).toEqual([
      '0/1',
      '0/2',
      '1/0',
      '2/0',
      '2/1',
      '2/2',
      '3/0',
    ])
  })

  it('frames neighbouring columns of one VPC once', () => {
    const { frames } = waveOf(
      hops([
        ['instance', 'a'],
        ['restApi'],
        ['vpcLink'],
        ['loadBalancer', 'b'],
        ['restApi'],
        ['vpcLink'],
        ['loadBalancer', 'b'],
        ['ecsService', 'b'],
      ]),
    )
    expect(frames).toEqual([
      { vpc: 'a', from: 0, to: 0, rows: 1 },
      { vpc: 'b', from: 2, to: 4, rows: 2 },
    ])
  })
})
