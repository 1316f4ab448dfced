import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checks } from '.'
import { layers } from './trace'

const folder = import.meta.dirname

const declared = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'check.ts')
  .flatMap((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8')
    return [...text.matchAll(/defineCheck\(\s*'([^']+)'/g)].map(([, id]) => ({ id, file }))
  })

describe('checks', () => {
  it('are all in the registry, each once', () => {
    expect(checks.map((c) => c.id).sort()).toEqual(declared.map((d) => d.id).sort())
    expect(new Set(checks.map((c) => c.id)).size).toBe(checks.length)
  })

  it('stand in the folder of their layer', () => {
    for (const { id, file } of declared) expect([id, path.dirname(file)]).toEqual([id, id?.split('.')[0]])
    for (const check of checks) expect(layers).toContain(check.layer)
  })

  it('give an AWS page or another public one', () => {
    for (const check of checks) expect([check.id, check.docs]).toEqual([check.id, expect.stringMatching(/^https:\/\//)])
  })

  it('speak in whole sentences', () => {
    for (const check of checks)
      for (const [reason, text] of Object.entries(check.says)) {
        expect([check.id, reason, text]).toEqual([check.id, reason, expect.stringMatching(/^[A-Z{].*[.}]$/)])
        expect(text).not.toMatch(/please|oops|invalid|!/i)
      }
  })
})
