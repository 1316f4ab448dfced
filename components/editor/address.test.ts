import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Address, readAddress, writeAddress } from './address'

const text = fc.string({ minLength: 1, maxLength: 60 })
const address: fc.Arbitrary<Address> = fc.record(
  {
    node: text,
    tab: fc.constantFrom('invoke' as const, 'policies' as const, 'methods' as const),
    from: text,
    call: text,
    hop: fc.integer({ min: 1, max: 99 }),
  },
  { requiredKeys: [] },
)

describe('the address of the editor', () => {
  it('says everything that it is given back', () => {
    fc.assert(
      fc.property(address, (given) => {
        const { search, hash } = new URL(`http://localhost/t/x${writeAddress(given)}`)
        expect(readAddress(search, hash)).toEqual(given)
      }),
    )
  })

  it('leaves out what goes without saying', () => {
    expect(writeAddress({ tab: 'overview' })).toBe('')
    expect(writeAddress({ node: '3i95y1yx06', hop: 7 })).toBe('?node=3i95y1yx06#hop=7')
  })

  it('takes nothing that is no tab and no hop', () => {
    expect(readAddress('?tab=live', '#hop=x')).toEqual({})
  })
})
