import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const lockfile = z.object({ packages: z.record(z.string(), z.object({ license: z.string().optional() })) })

/** Whether an SPDX expression leaves a choice that is neither GPL nor AGPL. LGPL (libvips below sharp) is allowed. */
function isAllowed(expression: string): boolean {
  const text = expression.replaceAll(/[()]/g, ' ')
  return text.split(/\s+OR\s+/).some((choice) => choice.split(/\s+AND\s+/).every((one) => !/^\s*A?GPL\b/i.test(one)))
}

describe('licences', () => {
  it.each([
    ['MIT', true],
    ['EPL-2.0 OR GPL-3.0-or-later', true],
    ['Apache-2.0 AND LGPL-3.0-or-later', true],
    ['(MIT OR GPL-3.0)', true],
    ['GPL-3.0-only', false],
    ['AGPL-3.0-or-later', false],
    ['MIT AND GPL-2.0', false],
    ['GPL-2.0 OR AGPL-3.0', false],
  ])('%s is allowed: %s', (expression, allowed) => {
    expect(isAllowed(expression)).toBe(allowed)
  })

  it('of every installed package is said and allowed', () => {
    const text = readFileSync(path.resolve(import.meta.dirname, '../package-lock.json'), 'utf8')
    const { packages } = lockfile.parse(JSON.parse(text))
    const entries = Object.entries(packages).filter(([name]) => name !== '')
    expect(entries.length).toBeGreaterThan(100)
    expect(entries.filter(([, { license }]) => license === undefined).map(([name]) => name)).toEqual([])
    const refused = entries.filter(([, { license }]) => !isAllowed(license ?? ''))
    expect(refused.map(([name, { license }]) => `${name}: ${license}`)).toEqual([])
  })
})
