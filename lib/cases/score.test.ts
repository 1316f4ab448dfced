import { describe, expect, it } from 'vitest'
import { reportText } from './report'
import type { CaseResult } from './result'
import { scoreOf } from './score'

const open = { kind: 'unknown', candidates: [{ kind: 'dns' }, { kind: 'timeout' }] } as const

const result = (id: string, more: Partial<CaseResult> = {}): CaseResult => ({
  id,
  group: 'dns',
  certainty: 'documented',
  expected: { verdict: 'blocked', outcome: { kind: 'timeout' } },
  grade: 'match',
  wrong: [],
  reported: [],
  confidentlyWrong: false,
  claimsWhatNobodyKnows: false,
  ...more,
})

const openResult = (id: string, grade: CaseResult['grade']) =>
  result(id, {
    grade,
    expected: { verdict: 'blocked', outcome: { kind: 'unknown', candidates: [...open.candidates] } },
  })

describe('the score of a set', () => {
  it('counts by group and certainty and leaves out what only explain uses', () => {
    const score = scoreOf([
      result('a'),
      result('b', { group: 'route', certainty: 'inferred', grade: 'cautious' }),
      result('c', { grade: 'fail', confidentlyWrong: true }),
      result('d', { grade: 'skipped' }),
    ])
    expect(score.all).toMatchObject({ total: 3, passed: 2, failed: 1, cautious: 1 })
    expect(score.byGroup.dns).toMatchObject({ total: 2, failed: 1 })
    expect(score.byCertainty.inferred).toMatchObject({ total: 1, passed: 1 })
    expect(score.skipped).toBe(1)
    expect(score.confidentlyWrong.map((r) => r.id)).toEqual(['c'])
  })

  it('breaks when more than a third of the unknown outcomes are lucky', () => {
    const third = [openResult('a', 'lucky'), openResult('b', 'match'), openResult('c', 'match')]
    expect(scoreOf(third).broken).toEqual([])
    expect(scoreOf([...third, openResult('d', 'lucky')]).broken).toEqual([
      '2 of 4 unknown outcomes are lucky guesses; at most a third may be.',
    ])
  })

  it('breaks when more than 15 % of the inferred cases are cautious', () => {
    const inferred = Array.from({ length: 20 }, (_, i) =>
      result(`c${i}`, { certainty: 'inferred', grade: i < 3 ? 'cautious' : 'match' }),
    )
    expect(scoreOf(inferred).broken).toEqual([])
    expect(scoreOf([...inferred, result('x', { certainty: 'inferred', grade: 'cautious' })]).broken).toHaveLength(1)
  })
})

describe('the report', () => {
  it('names each failure with what differs and closes with the counts', () => {
    const text = reportText([
      result('good'),
      result('bad', { grade: 'fail', wrong: ['outcome dns, wanted timeout'], confidentlyWrong: true }),
      result('only', { grade: 'skipped' }),
    ])
    expect(text).toContain('FAIL bad (dns, documented) CONFIDENTLY WRONG: outcome dns, wanted timeout\n')
    expect(text).toContain('confidently wrong: 1 (bad)\n')
    expect(text.endsWith('1 passed, 1 failed, 1 for explain only\n')).toBe(true)
  })
})
