import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, it } from 'vitest'
import { covers, isPrivate, overlaps, rangeOf } from './range'

const range = (text: string) => {
  const found = rangeOf(text)
  if (!found) throw new Error(text)
  return found
}

describe('ranges', () => {
  it('read addresses and blocks, and nothing else', () => {
    expect(range('10.0.0.0/16')).toMatchObject({ from: 0x0a000000, to: 0x0a00ffff })
    expect(range('10.0.2.83')).toMatchObject({ from: 0x0a000253, to: 0x0a000253 })
    expect(range('10.0.3.7/16')).toMatchObject({ from: 0x0a000000 })
    for (const text of ['1/8', '10.0.0', '10.0.0.256', '10.0.0.0/33', 'pcx-1', '', '::1/129', 'g::'])
      expect(rangeOf(text)).toBeUndefined()
  })

  it('agree with ipaddr.js on what a block holds', () => {
    const byte = fc.nat(255)
    const address = fc.tuple(byte, byte, byte, byte).map((b) => b.join('.'))
    fc.assert(
      fc.property(address, address, fc.nat(32), (block, one, bits) => {
        const inside = ipaddr.parse(one).match(ipaddr.parse(block), bits)
        expect(covers(range(`${block}/${bits}`), range(one))).toBe(inside)
        expect(overlaps(range(`${block}/${bits}`), range(one))).toBe(inside)
      }),
    )
  })

  it('know IPv6 and private blocks', () => {
    expect(covers(range('2001:db8::/32'), range('2001:db8:1::5'))).toBe(true)
    expect(covers(range('2001:db8::/32'), range('2001:db9::'))).toBe(false)
    expect(covers(range('0.0.0.0/0'), range('::1'))).toBe(false)
    expect([isPrivate(range('172.16.33.221')), isPrivate(range('198.51.100.7'))]).toEqual([true, false])
  })
})
