import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { doubts } from './doubts'

it('has a sentence for every point that the source leaves open, and no other', () => {
  const files = readdirSync('lib/policy', { recursive: true, encoding: 'utf8' })
  const sources = files.filter((file) => file.endsWith('.ts') && !/\.test\.ts$|doubts\.ts$/.test(file))
  const named = sources.flatMap(
    (file) => readFileSync(path.join('lib/policy', file), 'utf8').match(/rule:[a-z0-9-]+/g) ?? [],
  )
  expect(Object.keys(doubts).sort()).toEqual([...new Set(named)].sort())
})
