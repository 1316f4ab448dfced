import { beforeAll, describe, expect, test } from 'vitest'
import { parseCall } from '@/lib/invocation/curl/parse'
import { buildTemplate } from '@/lib/templates/build'
import { guideRegion } from '@/lib/templates/setting'
import type { TopologyDocument } from '@/lib/topology/document'
import { trace } from '@/lib/trace/engine'
import { inspect } from '../inspect'
import { readOperations } from '../operations'
import type { Selector } from '../selectors'
import { emulate, type Fault } from './server'

beforeAll(() => {
  process.env.AWS_ACCESS_KEY_ID = 'AKIATEST'
  process.env.AWS_SECRET_ACCESS_KEY = 'secret'
})

const faults: Fault[] = ['denied', 'throttled', 'error', 'html', 'cut']
const broken = structuredClone(buildTemplate('two-api-chain'))
const group = broken.resources['sg-0a0000000000ec501']
if (group?.kind === 'securityGroup') group.ipPermissions = []

/** A chain that works, and one whose last group admits nobody: what is hidden may make either answer unknown. */
const chains: [name: string, doc: TopologyDocument, verdict: string][] = [
  ['a chain that reaches', buildTemplate('two-api-chain'), 'reaches'],
  ['a chain that is blocked', broken, 'blocked'],
]
const caller = 'i-0b00000000000c125'
const url = 'https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc'
const selectors: Selector[] = [
  { by: 'api', id: 'v944po9kjb' },
  { by: 'client', id: caller },
]

async function verdictUnder(doc: TopologyDocument, operation?: string, fault?: Fault) {
  const aws = await emulate(doc)
  if (operation !== undefined && fault) aws.faults.set(operation, fault)
  try {
    const connections = [{ region: guideRegion }]
    const { document } = await inspect({ connections, name: 'x', endpointUrl: aws.url, selectors })
    const call = parseCall(`curl ${url}`, { vantage: caller })
    return { verdict: call.ok ? trace(document, call.invocation).verdict : undefined, calls: new Set(aws.calls) }
  } finally {
    await aws.close()
  }
}

describe.each(chains)('%s', (_, doc, verdict) => {
  test('is read as such', async () => {
    const whole = await verdictUnder(doc)
    expect(whole.verdict).toBe(verdict)
    expect(whole.calls.size).toBeGreaterThan(30)
  })

  // Signing in is no part of it: whoever cannot sign in reads nothing.
  const operations = Object.keys(readOperations).filter((name) => !['GetCallerIdentity', 'AssumeRole'].includes(name))
  test.each(operations)('%s failing in each way turns the answer into unknown at most', async (operation) => {
    const answers = await Promise.all(faults.map((fault) => verdictUnder(doc, operation, fault)))
    for (const [i, answer] of answers.entries())
      expect([verdict, 'unknown'], `${operation} ${faults[i]}`).toContain(answer.verdict)
  })
})
