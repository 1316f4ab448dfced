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

const folder = path.join(import.meta.dirname, '../../cases/trace')

function invocationOf(curl: string, from: string, doc: TopologyDocument, signer?: string): Invocation {
  const { signsHostOf } = vantageOf(doc, from)
  const call = parseCall(curl, { vantage: from, ...(signsHostOf ? { signsHostOf } : {}) })
  if (!call.ok) throw new Error(call.says)
  return signer === undefined ? call.invocation : { ...call.invocation, signer }
}

const mended = (doc: TopologyDocument, fixes: Fix[]) =>
  fixes.reduce((d, { patch }) => (patch ? applyPatch(d, patch) : d), doc)

describe('fixes', () => {
  it('of every case make the call reach, and leave a valid topology', async () => {
    let proved = 0
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
        const { fixes } = withFixes(doc, trace(doc, invocation))
        for (const { call } of fixes)
          if (call) expect([asked.id, trace(doc, call).verdict]).toEqual([asked.id, 'reaches'])
        if (!fixes.some((fix) => fix.patch)) continue
        const after = mended(doc, fixes)
        expect([asked.id, trace(after, invocation).verdict, validate(after).ok]).toEqual([asked.id, 'reaches', true])
        for (const fix of fixes) if (fix.patch) expect([asked.id, fix.commands.length > 0]).toEqual([asked.id, true])
        proved++
      }
    }
    expect(proved).toBeGreaterThan(25)
  })

  it('of what a breakage breaks lead back', () => {
    const doc = buildTemplate('two-api-chain')
    const invocation = invocationOf(
      'curl https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
      'client-consumer',
      doc,
    )
    const before = trace(doc, invocation)
    const fixable = breakages.flatMap((breakage) => {
      const broken = breakage.apply(doc, invocation, before)
      const changed = broken?.edit ? applyPatch(doc, broken.edit.patch) : doc
      return withFixes(changed, trace(changed, broken?.call ?? invocation)).fixes.length > 0 ? [breakage.name] : []
    })
    expect(fixable).toEqual(['security-group', 'policy', 'not-redeployed', 'private-dns', 'wrong-host'])
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
    expect(traced.fixes[0]?.commands.map((c) => c.account)).toEqual(['111122223333', '111122223333'])
    expect(traced.fixes[0]?.commands[1]?.command).toContain('10.0.2.83/32')
    expect(traced.fixes[0]?.undo?.[0]?.command).toMatch(/^aws ec2 revoke-security-group-ingress/)
  })
})
