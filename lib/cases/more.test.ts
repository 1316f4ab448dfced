import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentOf, readCases } from './read'
import type { CaseResult } from './result'
import { runCases } from './run'
import { scoreOf } from './score'

/** Neighbours of the oracle's cases, each with the page that its expectation comes from. */
const folder = path.resolve(import.meta.dirname, '../../cases/trace-more')

const sources: Record<string, unknown> = {}
const results = await runAll()

async function runAll(): Promise<CaseResult[]> {
  const all: CaseResult[] = []
  for (const name of readdirSync(folder)) {
    const cases = readCases(readFileSync(path.join(folder, name), 'utf8'))
    if (!cases.ok) throw new Error(`${name}: ${cases.problems.map((p) => `${p.path} ${p.message}`).join('; ')}`)
    for (const asked of cases.file.cases) sources[asked.id] = asked.source
    all.push(...runCases(await documentOf(cases.file, async () => undefined), cases.file.cases))
  }
  return all
}

describe.each([...new Set(results.map((result) => result.group))])('%s', (group) => {
  const asked = results.filter((result) => result.group === group)
  it.each(asked.map((result) => [result.id, result] as const))('%s', (_id, result) => {
    expect(result.wrong).toEqual([])
  })
})

describe('the whole set', () => {
  it('has every case once, each with its source', () => {
    const ids = results.map((result) => result.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^https:\/\//.test(String(sources[id])))).toEqual([])
  })

  it('is nowhere confidently wrong and stays within the limits of guesses', () => {
    const score = scoreOf(results)
    expect(score.confidentlyWrong).toEqual([])
    expect(score.claimsWhatNobodyKnows).toEqual([])
    expect(score.broken).toEqual([])
  })
})
