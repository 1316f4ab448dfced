import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Explanation } from '@/lib/explain/explanation'
import { told } from './told'

const entries = [{ name: 'explain', says: '', load: () => import('./explain') }]
const transcript = (name: string) => path.resolve('cases/oracle/curl-outputs', name, 'input.txt')

const call = (stdin: string, ...args: string[]) => told(['explain', ...args], { stdin, entries })

describe('throughline explain', () => {
  it('prints the causes and exits 0 where one is likely', async () => {
    const { code, stdout } = await call('403 {"message":"Forbidden"}')
    expect(code).toBe(0)
    expect(stdout).toContain('Answered by: gateway')
    expect(stdout).toMatch(/likely {3}no-such-stage/)
    expect(stdout).toContain('aws apigateway get-stages')
  })

  it('reads a file, and prints JSON', async () => {
    const { code, stdout } = await call('', transcript('out-003'), '--json')
    const explained: Explanation = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(explained.calls[0]?.causes[0]).toMatchObject({ id: 'integration-tls-name', verdict: 'certain' })
  })

  it('exits 3 where no cause is likely', async () => {
    expect((await call('It does not work.')).code).toBe(3)
    expect((await call('403 {"Message":null}')).code).toBe(3)
  })

  it('exits 2 for no input, and where both would be standard input', async () => {
    expect((await call('')).code).toBe(2)
    const { code, stderr } = await call('x', '--topology', '-')
    expect(code).toBe(2)
    expect(stderr).toContain('Standard input holds either')
  })
})
