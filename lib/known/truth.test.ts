import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missing } from './known'
import { all, any, no, not, type Truth, yes } from './truth'

const gap = missing({ resource: 'r', path: '/p', why: 'accessDenied', ask: 'Who?' })
const value = (t: Truth) => (t.known ? t.value : 'unknown')
const truth = fc.constantFrom<Truth>(yes(), no(), gap)

describe('three values', () => {
  it('decides by one decisive part, whatever is missing beside it', () => {
    expect(value(all([gap, no()]))).toBe(false)
    expect(value(any([gap, yes()]))).toBe(true)
    expect(value(all([gap, yes()]))).toBe('unknown')
    expect(value(any([gap, no()]))).toBe('unknown')
  })

  it('obeys De Morgan', () => {
    fc.assert(
      fc.property(fc.array(truth), (parts) => {
        expect(value(not(all(parts)))).toBe(value(any(parts.map(not))))
      }),
    )
  })

  it('an answer that is not unknown holds in every completion of what is missing', () => {
    fc.assert(
      fc.property(fc.array(truth), fc.boolean(), (parts, filled) => {
        const complete = parts.map((p) => (p.known ? p : filled ? yes() : no()))
        for (const op of [all, any]) if (op(parts).known) expect(value(op(complete))).toBe(value(op(parts)))
      }),
    )
  })

  it('keeps everything that is missing', () => {
    const both = all([gap, gap])
    expect(both.known ? [] : both.missing).toHaveLength(2)
  })
})
