import { describe, expect, it } from 'vitest'
import type { Person } from './people'
import { stillGood } from './sessionEnd'

const began = Date.parse('2026-11-25T08:00:00Z')
const ana: Person = { id: 'p1', name: 'ana', role: 'editor', epoch: 3 }
const claims = { person: 'p1', epoch: 3, startedAt: began }
const hours = 60 * 60 * 1000

describe('a session', () => {
  it('lasts 12 hours from the sign-in', () => {
    expect(stillGood(claims, ana, began + 12 * hours - 1)).toBe(true)
    expect(stillGood(claims, ana, began + 12 * hours)).toBe(false)
  })

  it('ends when password or role have changed since', () => {
    expect(stillGood(claims, { ...ana, epoch: 4 }, began)).toBe(false)
  })

  it('is nobody else’s, and none where a claim is missing', () => {
    expect(stillGood(claims, { ...ana, id: 'p2' }, began)).toBe(false)
    expect(stillGood(claims, undefined, began)).toBe(false)
    expect(stillGood({ person: 'p1', epoch: 3 }, ana, began)).toBe(false)
    expect(stillGood({ person: 'p1', epoch: 3, startedAt: '0' }, ana, began)).toBe(false)
  })
})
