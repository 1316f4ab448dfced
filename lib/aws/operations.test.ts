import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type CallRecord, gateOf, OperationRefused } from './clients'
import { Limiter } from './limiter'
import { readOperations } from './operations'

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8'))

const called = new Set(
  sources.flatMap((text) => [...text.matchAll(/\bnew sdk\.(\w+)Command\(/g)].map(([, name]) => name)),
)

test('nothing calls an operation outside the list, and the list holds nothing that is not called', () => {
  expect(called.size).toBeGreaterThan(30)
  // AssumeRole is called by the SDK's credential provider.
  expect([...called, 'AssumeRole'].sort()).toEqual(Object.keys(readOperations).sort())
})

test('every command is made where this test can see it', () => {
  for (const text of sources) expect(text.replaceAll(/new sdk\.\w+Command\(/g, '')).not.toMatch(/Command\(/)
})

test('every operation reads', () => {
  for (const name of Object.keys(readOperations)) expect(name).toMatch(/^(Get|Describe|List|AssumeRole$)/)
})

const settings = {
  region: 'eu-west-1',
  credentials: async () => ({ accessKeyId: 'a', secretAccessKey: 'b' }),
  place: '1/eu-west-1',
  limiter: new Limiter(),
}

test('the gate of a client refuses anything else before a request leaves', async () => {
  let sent = 0
  const gate = gateOf('ec2', settings)
  const next = async () => ++sent
  await expect(gate('TerminateInstancesCommand', next)).rejects.toThrow(OperationRefused)
  expect(sent).toBe(0)
  expect(await gate('DescribeVpcsCommand', next)).toBe(1)
})

test('a failure leaves with the name of its operation, and a cancel stops what has not begun', async () => {
  const calls: CallRecord[] = []
  const cancel = new AbortController()
  const gate = gateOf('ec2', { ...settings, signal: cancel.signal, onCall: (call) => calls.push(call) })
  const denied = Object.assign(new Error('no'), { name: 'UnauthorizedOperation' })
  const failing = gate('DescribeVpcsCommand', () => Promise.reject(denied))
  await expect(failing).rejects.toMatchObject({ operation: 'DescribeVpcs', why: 'accessDenied' })
  cancel.abort()
  await expect(gate('DescribeVpcsCommand', async () => 1)).rejects.toMatchObject({ why: 'failed' })
  expect(calls.map((c) => [c.operation, c.failed])).toEqual([
    ['DescribeVpcs', 'UnauthorizedOperation'],
    ['DescribeVpcs', 'AbortError'],
  ])
})
