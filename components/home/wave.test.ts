import { describe, expect, it } from 'vitest'
import type { Kind } from '@/lib/topology/kinds'
import { type WaveHop, waveOf } from './wave'

const hops = (list: [Kind, Partial<WaveHop>?][]): WaveHop[] =>
  list.map(([kind, more]) => ({ kind, status: 'passes' as const, ...more }))

describe('the wave of a call', () => {
  it('climbs to each API in a new column and drops behind each VPC link where nothing is laid out', () => {
    const { hops: drawn } = waveOf(
      hops([['instance'], ['vpcEndpoint'], ['restApi'], ['vpcLink'], ['loadBalancer'], ['vpcEndpoint'], ['restApi']]),
    )
    expect(drawn.map(({ x, y }) => `${x / 190}/${y / 130}`)).toEqual(['0/1', '0/2', '1/0', '2/0', '2/1', '2/2', '3/0'])
  })

  it('stands as the canvas does where every hop has its place', () => {
    const { hops: drawn } = waveOf(
      hops([
        ['instance', { at: { x: 12, y: 200 } }],
        ['restApi', { at: { x: 300, y: 40 } }],
      ]),
    )
    expect(drawn.map(({ x, y }) => [x, y])).toEqual([
      [12, 200],
      [300, 40],
    ])
  })

  it('frames VPCs, and accounts where the call meets several; the same hops are framed once', () => {
    const one = waveOf(
      hops([
        ['instance', { vpc: 'a', account: 'x' }],
        ['restApi', { account: 'x' }],
      ]),
    )
    expect(one.frames).toHaveLength(1)
    const two = waveOf(
      hops([
        ['instance', { vpc: 'a', account: 'x', at: { x: 0, y: 0 } }],
        ['restApi', { account: 'y', at: { x: 300, y: 0 } }],
        ['loadBalancer', { vpc: 'b', account: 'y', at: { x: 300, y: 200 } }],
      ]),
    )
    expect(two.frames).toEqual([
      { x: -34, y: -34, w: 214, h: 140 },
      { x: 266, y: -34, w: 214, h: 340 },
      { x: 282, y: 182, w: 182, h: 108 },
    ])
  })
})
