import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { command } from './policy'
import { told } from './told'

const entries = [{ name: 'policy', says: 'evaluate policy cases', load: async () => ({ command }) }]

const call = (args: string[], stdin = '') => told(['policy', ...args], { stdin, entries })

describe('throughline policy test', () => {
  it('passes the cases by hand and prints them as JSON', async () => {
    const { code, stdout } = await call(['test', 'cases/oracle/policy-cases.json', '--json'])
    const results = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(results).toHaveLength(177)
    expect(results[0]).toEqual({
      id: 'policy-001',
      expected: 'allow',
      got: 'allow',
      decidedBy: [
        { policy: 'endpoint', statement: 0 },
        { policy: 'resource', statement: 0 },
      ],
      ok: true,
    })
  })

  it('exits 1 on a case that fails, and names it', async () => {
    const [first] = JSON.parse(await readFile('cases/oracle/policy-cases.json', 'utf8'))
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'policy-')), 'cases.json')
    await writeFile(file, JSON.stringify([{ ...first, expected: 'explicitDeny' }]))
    const { code, stdout } = await call(['test', file])
    expect(code).toBe(1)
    expect(stdout).toContain('policy-001: allow instead of explicitDeny')
    expect(stdout).toContain('0 passed, 1 failed')
  })

  it('exits 2 on input that is no list of cases, saying where', async () => {
    const { code, stderr } = await call(['test', '-'], '[{ "id": "x" }]')
    expect(code).toBe(2)
    expect(stderr).toContain('/0/caller')
    expect((await call(['test', '-'], '{')).code).toBe(2)
    expect((await call(['run', 'x'])).code).toBe(2)
  })
})
