import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentOf, readCases } from './read'
import type { CaseResult } from './result'
import { runCases } from './run'
import { scoreOf } from './score'

const folder = path.resolve(import.meta.dirname, '../../cases')

/** Cases that do not pass yet. One that passes must leave the list, so that it can never be lost again unseen. */
const expectedOpen: string[] = JSON.parse(readFileSync(path.join(folder, 'expected-open.json'), 'utf8'))

const results = await runAll()
const guide = results.filter((result) => result.group === 'guide').map((result) => result.id)
const firstBlocking = ['rpt-004', 'rpt-005', 'rpt-006', 'rpt-009', 'rpt-014', 'net-sg-004', 'names-dns-006'].concat([
  'names-dns-016',
  'gw-stg-001',
  'gw-rp-001',
])

async function runAll(): Promise<CaseResult[]> {
  const files = readdirSync(path.join(folder, 'trace')).filter((name) => name.endsWith('.json'))
  const all: CaseResult[] = []
  for (const name of files) {
    const cases = readCases(readFileSync(path.join(folder, 'trace', name), 'utf8'))
    if (!cases.ok) throw new Error(`${name}: ${cases.problems.map((p) => `${p.path} ${p.message}`).join('; ')}`)
    all.push(...runCases(await documentOf(cases.file, async () => undefined), cases.file.cases))
  }
  return all
}

describe('the guide and the first ten that block', () => {
  it('are never on the list of open cases', () => {
    expect(guide).toHaveLength(30)
    const ids = results.map((result) => result.id)
    expect(firstBlocking.filter((id) => !ids.includes(id))).toEqual([])
    expect([...guide, ...firstBlocking].filter((id) => expectedOpen.includes(id))).toEqual([])
  })
})

describe.each([...new Set(results.map((result) => result.group))])('%s', (group) => {
  const asked = results.filter((result) => result.group === group && result.grade !== 'skipped')
  it.each(asked.map((result) => [result.id, result] as const))('%s', (id, result) => {
    if (expectedOpen.includes(id)) expect(result.grade, `${id} passes now: take it off expected-open.json`).toBe('fail')
    else expect(result.wrong).toEqual([])
  })
})

describe('the whole set', () => {
  it('has every case once, and the list of open cases names nothing else', () => {
    const ids = results.map((result) => result.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(expectedOpen.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('is nowhere confidently wrong and stays within the limits of guesses', () => {
    const score = scoreOf(results.filter((result) => !expectedOpen.includes(result.id)))
    expect(score.confidentlyWrong).toEqual([])
    expect(score.claimsWhatNobodyKnows).toEqual([])
    expect(score.broken).toEqual([])
  })
})
