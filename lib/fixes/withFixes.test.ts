import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { blocks, expectComplete, invocationOf, mended, proveCases } from '@/cases/provingFixes'
import { buildTemplate } from '@/lib/templates/build'
import { applyPatch } from '@/lib/topology/patch'
import { breakages } from '@/lib/trace/breakages'
import { trace } from '@/lib/trace/engine'
import { withFixes } from './withFixes'

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

describe('fixes', () => {
  it('of every case make the call reach, and leave a valid topology; where none can, who must act is said', async () => {
    expect((await proveCases('trace')).mended).toBeGreaterThan(60)
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
    expect(blocks.size).toBeGreaterThan(100)
    expect(spawnSync('sh', ['-n'], { input: [...blocks].join('\n') }).stderr.toString()).toBe('')
  })
})
