import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandsOf } from '@/lib/fixes/commands'
import { withFixes } from '@/lib/fixes/withFixes'
import { parseCall } from '@/lib/invocation/curl/parse'
import { guideRegion } from '@/lib/templates/setting'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import type { Operation } from '@/lib/topology/patch'
import { pointer } from '@/lib/topology/pointer'
import { trace } from '@/lib/trace/engine'
import { inspect } from '../../inspect'
import type { Chain } from './chain'
import { type Scenario, scenarios } from './scenarios'
import { type Moto, startMoto } from './start'

let moto: Moto

beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID = 'testing'
  process.env.AWS_SECRET_ACCESS_KEY = 'testing'
  moto = await startMoto(guideRegion)
}, 600_000)
afterAll(() => moto?.stop())

async function read(chain: Chain): Promise<TopologyDocument> {
  const { document } = await inspect({
    connections: [{ region: guideRegion }],
    name: 'moto',
    endpointUrl: moto.url,
    selectors: [
      { by: 'api', id: chain.outer.id },
      { by: 'api', id: chain.inner.id },
      { by: 'client', id: chain.caller },
      { by: 'client', id: chain.peer },
    ],
  })
  return document
}

function run(command: string): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync('sh', ['-c', command], { env: moto.env })
  return { status, stderr: stderr.toString() }
}

function invocationOf(scenario: Scenario, chain: Chain) {
  const url = scenario.call?.(chain) ?? `https://${chain.outer.host}/dev/page`
  const call = parseCall(`curl ${url}`, { vantage: scenario.from?.(chain) ?? chain.caller })
  if (!call.ok) throw new Error(call.says)
  return call.invocation
}

describe('the commands of a fix, run against an emulated AWS', () => {
  test.each(scenarios)('$name', async (scenario) => {
    const chain: Chain = JSON.parse(await moto.afresh('chain.py', [guideRegion]))
    const invocation = invocationOf(scenario, chain)
    expect(trace(await read(chain), invocation).verdict).toBe('reaches')
    moto.aws(scenario.breaks(chain))
    const broken = await read(chain)
    const traced = withFixes(broken, trace(broken, invocation))
    expect(traced.verdict).toBe('blocked')
    const labels = traced.fixes.map((fix) => fix.label)
    expect(labels).toContainEqual(expect.stringMatching(scenario.fix))
    const fixes = traced.fixes.filter((fix) => fix.patch)
    for (const { commands } of fixes)
      for (const { command } of commands) expect(run(command), command).toEqual({ status: 0, stderr: '' })
    expect(trace(await read(chain), invocation).verdict).toBe('reaches')
    // Run again it finds what it has made itself, and stops.
    for (const { command } of fixes[0]?.commands ?? []) expect(run(command).status, command).toBe(1)
    for (const { undo } of [...fixes].reverse())
      for (const { command } of undo ?? []) expect(run(command), command).toEqual({ status: 0, stderr: '' })
    const { resources } = await read(chain)
    expect(resources).toEqual(broken.resources)
  })
})

type Change = (id: string, doc: TopologyDocument) => Operation

const set =
  (field: string, value: unknown): Change =>
  (id) => ({ op: 'add', path: pointer(['resources', id, field]), value })

/** Changes for which the chain gives no cause, each with the physical id or ARN of what it is about. */
const others: [name: string, about: (chain: Chain) => string, change: Change][] = [
  ['the desired count of a service', () => 'web', set('desiredCount', 2)],
  ['an attribute of a target group', (c) => c.back.group, set('attributes', { 'preserve_client_ip.enabled': 'true' })],
  [
    'an attribute of a load balancer',
    (c) => c.back.arn,
    set('attributes', { 'load_balancing.cross_zone.enabled': 'true' }),
  ],
  [
    'a listener',
    (c) => c.back.arn,
    (id, doc) => ({
      op: 'add',
      path: pointer(['resources', id, 'listeners', '-']),
      value: { ...resourceOf(doc, id, 'loadBalancer')?.listeners[0], port: 8443 },
    }),
  ],
]

describe('commands of other changes', () => {
  test.each(others)('%s', async (_, about, change) => {
    const chain: Chain = JSON.parse(await moto.afresh('chain.py', [guideRegion]))
    const before = await read(chain)
    const named = about(chain)
    const id = Object.keys(before.resources).find((key) => {
      const resource = before.resources[key]
      return [resource?.physicalId, resource?.arn, resource?.kind === 'ecsService' ? resource.name : ''].includes(named)
    })
    const { commands, undo } = commandsOf(before, [change(id ?? named, before)])
    expect([commands.length, undo?.length]).toEqual([1, 1])
    for (const { command } of commands) expect(run(command), command).toEqual({ status: 0, stderr: '' })
    expect((await read(chain)).resources).not.toEqual(before.resources)
    for (const { command } of undo ?? []) expect(run(command), command).toEqual({ status: 0, stderr: '' })
    expect((await read(chain)).resources).toEqual(before.resources)
  })
})
