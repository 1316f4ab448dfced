import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentOf, readCases } from '@/lib/cases/read'
import { parseCall } from '@/lib/invocation/curl/parse'
import type { Invocation } from '@/lib/invocation/invocation'
import { vantageOf } from '@/lib/network/vantage'
import { buildTemplate } from '@/lib/templates/build'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch } from '@/lib/topology/patch'
import { validate } from '@/lib/topology/validate'
import { breakages } from '@/lib/trace/breakages'
import { trace } from '@/lib/trace/engine'
import type { Fix } from '@/lib/trace/trace'
import { withFixes } from './withFixes'

const folders = ['trace', 'trace-more'].map((name) => path.join(import.meta.dirname, '../../cases', name))

function invocationOf(curl: string, from: string, doc: TopologyDocument, signer?: string): Invocation {
  const { signsHostOf } = vantageOf(doc, from)
  const call = parseCall(curl, { vantage: from, ...(signsHostOf ? { signsHostOf } : {}) })
  if (!call.ok) throw new Error(call.says)
  return signer === undefined ? call.invocation : { ...call.invocation, signer }
}

async function blockedCases(): Promise<[id: string, doc: TopologyDocument, invocation: Invocation][]> {
  const found: [string, TopologyDocument, Invocation][] = []
  for (const folder of folders)
    for (const file of readdirSync(folder)) {
      const cases = readCases(readFileSync(path.join(folder, file), 'utf8'))
      if (!cases.ok) continue
      const start = await documentOf(cases.file, async () => {
        throw new Error('The cases hold their documents themselves.')
      })
      for (const asked of cases.file.cases) {
        const checked = asked.use === 'explain-only' ? undefined : validate(applyPatch(start, asked.patch ?? []))
        if (!checked?.ok) continue
        const doc = checked.document
        const invocation = invocationOf(asked.curl, asked.from, doc, asked.signer)
        if (trace(doc, invocation).verdict === 'blocked') found.push([asked.id, doc, invocation])
      }
    }
  return found
}

const mended = (doc: TopologyDocument, fixes: Fix[]) =>
  fixes.reduce((d, { patch }) => (patch ? applyPatch(d, patch) : d), doc)

/** Calls that reach, one on each template. */
const reaching: [template: string, from: string, url: string][] = [
  [
    'nlb-fargate',
    'client-provider',
    'http://web-app-fargate-nlb-internal-a91fd47048eb1ef0.elb.cn-northwest-1.amazonaws.com.cn/',
  ],
  ['regional-api', 'internet', 'https://iyh6euenkb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc'],
  ['private-api', 'client-provider', 'https://3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc'],
  [
    'cross-account',
    'client-account2',
    'https://3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
  ],
  [
    'two-api-chain',
    'client-consumer',
    'https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
  ],
]

/** Every block that was looked at: a shell reads them all at once in the end. */
const blocks = new Set<string>()

/** Commands that a shell can read, in a named account and region, and others that undo what each of them changes. */
function expectComplete(doc: TopologyDocument, fix: Fix, id: string) {
  const undo = fix.undo ?? []
  expect([id, fix.commands.length, undo.length]).toEqual([id, 1, 1])
  for (const { command } of [...fix.commands, ...undo]) {
    blocks.add(command)
    expect(command).toMatch(/^caller=.*--output text( --region [a-z0-9-]+)?\)\n\[ "\$caller" = \d{12} \]/m)
    expect(command).toMatch(/^as_read (words|rows) /m)
  }
  for (const operation of fix.patch ?? []) {
    const resource = doc.resources[operation.path.split('/')[2] ?? '']
    const named = resource?.physicalId ?? resource?.arn ?? resource?.name ?? 'nothing'
    // IAM takes names, not ARNs.
    const word = resource?.kind === 'principal' ? (named.split('/').at(-1) ?? named) : named
    for (const { command } of [...fix.commands, ...undo]) expect([id, command.includes(word)]).toEqual([id, true])
  }
}

/** A fix that is neither of the call nor of AWS says who must act. */
const isAdvice = (fix: Fix) => !fix.call && !fix.patch

/** A corrected call suffices, or the changes in AWS do, or both together. */
function reachesWith(doc: TopologyDocument, invocation: Invocation, fixes: Fix[]): boolean[] {
  const called = fixes.find((fix) => fix.call)?.call
  const after = mended(doc, fixes)
  const hasPatch = fixes.some((fix) => fix.patch)
  const ways = [
    ...(called ? [trace(doc, called).verdict] : []),
    ...(hasPatch ? [trace(after, invocation).verdict] : []),
  ]
  return ways.every((verdict) => verdict === 'reaches')
    ? [true]
    : [trace(after, called ?? invocation).verdict === 'reaches']
}

describe('fixes', () => {
  it('of every case make the call reach, and leave a valid topology; where none can, who must act is said', async () => {
    let proved = 0
    let advised = 0
    for (const [id, doc, invocation] of await blockedCases()) {
      const { fixes } = withFixes(doc, trace(doc, invocation))
      expect([id, fixes.length > 0]).toEqual([id, true])
      for (const { label } of fixes) expect([id, label]).toEqual([id, expect.stringMatching(/\w.*[^.\s]$/)])
      for (const fix of fixes) if (fix.patch) expectComplete(doc, fix, id)
      expect([id, validate(mended(doc, fixes)).ok]).toEqual([id, true])
      if (fixes.some(isAdvice)) advised++
      else {
        expect([id, reachesWith(doc, invocation, fixes)]).toEqual([id, [true]])
        proved++
      }
    }
    console.log(`Blocked cases: ${proved + advised}; mended ${proved}, told who must act ${advised}.`)
    expect(proved).toBeGreaterThan(300)
  }, 120_000)

  it.each(reaching)('of what a breakage breaks on %s lead back', (template, from, url) => {
    const doc = buildTemplate(template)
    const invocation = invocationOf(`curl ${url}`, from, doc)
    const before = trace(doc, invocation)
    for (const breakage of breakages) {
      const broken = breakage.apply(doc, invocation, before)
      if (!broken) continue
      const changed = broken.edit ? applyPatch(doc, broken.edit.patch) : doc
      const { fixes } = withFixes(changed, trace(changed, broken.call ?? invocation))
      expect([breakage.name, fixes.length > 0]).toEqual([breakage.name, true])
      const [first] = fixes
      const after = first?.call ? changed : mended(changed, fixes)
      expect([breakage.name, trace(after, first?.call ?? invocation).verdict]).toEqual([breakage.name, 'reaches'])
      for (const fix of fixes) if (fix.patch) expectComplete(changed, fix, `${template} ${breakage.name}`)
    }
  })

  it('are the call first, and admit nobody but the caller', () => {
    const doc = applyPatch(buildTemplate('private-api'), [
      { op: 'replace', path: '/resources/sg-0a0000000000e9001/ipPermissions', value: [] },
    ])
    const url = 'https://3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn/prod/webpage-vpc'
    const wrongStage = withFixes(
      buildTemplate('private-api'),
      trace(buildTemplate('private-api'), invocationOf(`curl ${url}`, 'client-provider', doc)),
    )
    expect(wrongStage.fixes).toMatchObject([{ label: 'Call stage dev', call: { url: url.replace('/prod/', '/dev/') } }])
    const traced = withFixes(
      doc,
      trace(doc, invocationOf(`curl ${url.replace('/prod/', '/dev/')}`, 'client-provider', doc)),
    )
    expect(traced.fixes).toHaveLength(1)
    expect(traced.blockers[0]?.fix).toBe(traced.fixes[0])
    expect(traced.fixes[0]?.commands.map((c) => c.account)).toEqual(['111122223333'])
    expect(traced.fixes[0]?.commands[0]?.command).toContain('10.0.2.83/32')
    expect(traced.fixes[0]?.undo?.[0]?.command).toMatch(/^aws ec2 revoke-security-group-ingress/m)
  })

  it('come as blocks that a shell can read', () => {
    expect(blocks.size).toBeGreaterThan(200)
    expect(spawnSync('sh', ['-n'], { input: [...blocks].join('\n') }).stderr.toString()).toBe('')
  })
})
