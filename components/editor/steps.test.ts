import { describe, expect, it } from 'vitest'
import { stepsFrom } from './steps'

const kept = (label: string, author = 'me') => ({
  label,
  patch: [{ op: 'replace' as const, path: '/name', value: label }],
  inverse: [{ op: 'replace' as const, path: '/name', value: 'before' }],
  source: 'user' as const,
  author,
})

describe('what can be undone after another visit', () => {
  it('is the last run of a person’s own edits, oldest first', () => {
    const steps = stepsFrom([kept('c'), kept('b'), kept('a', 'somebody'), kept('z')], 'me')
    expect(steps.map((step) => step.label)).toEqual(['b', 'c'])
  })

  it('leaves out what was undone', () => {
    const steps = stepsFrom([kept('Undo: b'), kept('b'), kept('a')], 'me')
    expect(steps.map((step) => step.label)).toEqual(['a'])
  })

  it('knows a breakage that was mended under later steps', () => {
    const steps = stepsFrom([kept('Undo: Break: a'), kept('Move'), kept('Break: a')], 'me')
    expect(steps.map((step) => step.label)).toEqual(['Break: a', 'Move', 'Undo: Break: a'])
    expect(steps.some((step) => step.breakage !== undefined)).toBe(false)
  })

  it('knows a breakage again', () => {
    expect(stepsFrom([kept('Break: the policy')], 'me')[0]?.breakage).toBeDefined()
    expect(stepsFrom([kept('Move')], 'me')[0]?.breakage).toBeUndefined()
  })
})
