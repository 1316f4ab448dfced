import { describe, expect, it } from 'vitest'
import { findingsOf } from '@/lib/findings/findings'
import { buildTemplate } from '@/lib/templates/build'
import { applyPatch } from '@/lib/topology/patch'
import { validate } from '@/lib/topology/validate'
import { accepting, daysAfter, endedOf, recounting } from './acceptance'

const document = buildTemplate('two-api-chain')
const entry = { rule: 'open-to-any', resource: '3i95y1yx06', reason: 'a demonstration', by: 'ana', until: '2030-01-31' }

describe('accepting a finding', () => {
  const accepted = applyPatch(document, accepting(document, entry))

  it('takes it out of what counts, and keeps reason, name and last day', () => {
    expect(validate(accepted).ok).toBe(true)
    const { findings, suppressed } = findingsOf(accepted, '2030-01-31')
    expect(findings.some((f) => f.rule === entry.rule && f.resource === entry.resource)).toBe(false)
    expect(suppressed).toMatchObject([{ reason: 'a demonstration', by: 'ana', until: '2030-01-31' }])
    expect(endedOf(accepted, entry, '2030-01-31')).toBeUndefined()
  })

  it('ends with its last day', () => {
    expect(findingsOf(accepted, '2030-02-01').suppressed).toEqual([])
    expect(endedOf(accepted, entry, '2030-02-01')).toEqual(entry)
  })

  it('once more replaces what was accepted before', () => {
    const longer = { ...entry, until: '2031-01-31' }
    expect(applyPatch(accepted, accepting(accepted, longer)).suppressed).toEqual([longer])
  })

  it('is taken back without a trace, and leaves the others alone', () => {
    expect(applyPatch(accepted, recounting(accepted, entry))).toEqual(document)
    const other = { ...entry, resource: 'v944po9kjb' }
    const both = applyPatch(accepted, accepting(accepted, other))
    expect(applyPatch(both, recounting(both, entry)).suppressed).toEqual([other])
  })
})

describe('daysAfter', () => {
  it('counts over months and leap days', () => {
    expect(daysAfter('2028-02-28', 2)).toBe('2028-03-01')
    expect(daysAfter('2026-11-25', 90)).toBe('2027-02-23')
  })
})
