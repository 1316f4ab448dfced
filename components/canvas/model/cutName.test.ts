import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutName, widthOf } from './cutName'

describe('a name cut to its card', () => {
  it('stays whole where it fits', () => {
    expect(cutName('Fargate-webpage-private', 11.7)).toBe('Fargate-webpage-private')
  })

  it('loses its middle at hyphens and keeps the end, which tells names of one chain apart', () => {
    expect(cutName('web-app-fargate-nlb-internal2', 11.7)).toBe('web-app-…-nlb-internal2')
    expect(cutName('Fargate-private-to-first-api', 11.7)).toBe('Fargate-private-to-…-api')
  })

  it('loses characters from the middle where there is no hyphen', () => {
    expect(cutName('aVeryLongNameWithoutAnyHyphenInIt', 8)).toMatch(/^aVery.*….*InIt$/)
  })

  it('is never wider than its room', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 4, max: 20 }), (name, ems) => {
        expect(widthOf(cutName(name, ems))).toBeLessThanOrEqual(ems)
      }),
    )
  })
})
