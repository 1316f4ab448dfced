import { describe, expect, it } from 'vitest'
import { findingsOf } from '@/lib/findings/findings'
import { buildTemplate } from '@/lib/templates/build'
import { badgesOf, groupedByRule, keyOf } from './grouped'

const { findings } = findingsOf(buildTemplate('two-api-chain'))

describe('findings in groups', () => {
  it('stand by rule, each once, the most severe rule first', () => {
    const groups = groupedByRule(findings, new Map([['open-to-any', 'Open']]))
    expect(groups[0]).toMatchObject({ rule: 'open-to-any', title: 'Open', severity: 'medium' })
    expect(groups.flatMap((group) => group.findings)).toHaveLength(findings.length)
    expect(new Set(findings.map(keyOf)).size).toBe(findings.length)
    expect(groups.every((group) => group.findings.every((each) => each.rule === group.rule))).toBe(true)
  })

  it('give each node their number and the worst of them', () => {
    const badges = badgesOf(findings)
    expect(badges.get('3i95y1yx06')).toEqual({
      count: findings.filter((each) => each.resource === '3i95y1yx06').length,
      severity: 'medium',
    })
    expect([...badges.values()].reduce((sum, { count }) => sum + count, 0)).toBe(findings.length)
    expect(badgesOf([]).size).toBe(0)
  })
})
