import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { policyCase, runCase } from './cases'

const load = (name: string) => policyCase.array().parse(JSON.parse(readFileSync(`cases/oracle/${name}.json`, 'utf8')))

/** Cases by hand, and cases made by a grammar at the boundary of each rule: all right, deciders and missing facts too. */
describe.each(['policy-cases', 'policy-fuzz'])('%s', (name) => {
  it('holds in every case', { timeout: 60_000 }, () => {
    const cases = load(name)
    const wrong = cases.map(runCase).filter((result) => !result.ok)
    expect(wrong.map(({ id, differs }) => `${id}: ${differs}`)).toEqual([])
    expect(cases.length).toBeGreaterThan(150)
  })
})
