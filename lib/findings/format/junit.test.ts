import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { rules } from '..'
import { findingsOf } from '../findings'
import { junit } from './junit'
import { findingsCases } from './ofFindings'

describe('JUnit', () => {
  it('groups cases, counts them, and escapes what XML would read', () => {
    const text = junit('a & b', [
      { name: 'passes', group: 'one' },
      { name: 'fails <x>', group: 'two', failure: { message: 'it\'s "so"\nand so', details: '1 < 2\u0007' } },
      { name: 'waits', group: 'one', skipped: 'not today' },
    ])
    expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="a &amp; b" tests="3" failures="1" skipped="1">
  <testsuite name="one" tests="2" failures="0" skipped="1">
    <testcase name="passes" classname="one"/>
    <testcase name="waits" classname="one">
      <skipped message="not today"/>
    </testcase>
  </testsuite>
  <testsuite name="two" tests="1" failures="1" skipped="0">
    <testcase name="fails &lt;x&gt;" classname="two">
      <failure message="it's &quot;so&quot;&#10;and so">1 &lt; 2</failure>
    </testcase>
  </testsuite>
</testsuites>
`)
  })

  it('has a case for each rule: failed from the limit on, else skipped or passed', () => {
    const all = findingsOf(buildTemplate('regional-api'))
    expect(all.findings.map((f) => f.severity)).toEqual(['low', 'info'])
    const medium = findingsCases(all, 'medium')
    expect(medium).toHaveLength(rules.length)
    expect(medium.filter((c) => c.failure)).toEqual([])
    expect(medium.filter((c) => c.skipped !== undefined)).toHaveLength(2)
    const low = findingsCases(all, 'low').filter((c) => c.failure)
    expect(low.map((c) => c.group)).toEqual(['public-without-authorization'])
  })
})
