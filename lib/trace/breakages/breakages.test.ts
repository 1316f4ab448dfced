import { describe, expect, it } from 'vitest'
import { parseCall } from '@/lib/invocation/curl/parse'
import { buildTemplate } from '@/lib/templates/build'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch } from '@/lib/topology/patch'
import { validate } from '@/lib/topology/validate'
import { trace } from '../engine'
import { breakages } from '.'

const calls: [template: string, from: string, url: string, offered: string[]][] = [
  [
    'nlb-fargate',
    'client-provider',
    'http://web-app-fargate-nlb-internal-a91fd47048eb1ef0.elb.cn-northwest-1.amazonaws.com.cn/',
    ['security-group', 'target-gone'],
  ],
  [
    'regional-api',
    'internet',
    'https://iyh6euenkb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
    ['security-group', 'policy', 'not-redeployed', 'wrong-host', 'target-gone'],
  ],
  [
    'private-api',
    'client-provider',
    'https://3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
    breakages.map((b) => b.name),
  ],
  [
    'cross-account',
    'client-account2',
    'https://3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
    breakages.map((b) => b.name),
  ],
  [
    'two-api-chain',
    'client-consumer',
    'https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
    breakages.map((b) => b.name),
  ],
]

const invocationOf = (from: string, url: string) => {
  const call = parseCall(`curl ${url}`, { vantage: from })
  if (!call.ok) throw new Error(call.says)
  return call.invocation
}

describe('breakages', () => {
  it.each(calls)('on %s each blocks the call that reached', (template, from, url, offered) => {
    const doc = buildTemplate(template)
    const invocation = invocationOf(from, url)
    const before = trace(doc, invocation)
    expect(before.verdict).toBe('reaches')
    const found = breakages.flatMap((breakage) => {
      const broken = breakage.apply(doc, invocation, before)
      if (!broken) return []
      const patched: TopologyDocument = broken.edit ? applyPatch(doc, broken.edit.patch) : doc
      expect(validate(patched).ok).toBe(true)
      expect([breakage.name, trace(patched, broken.call ?? invocation).verdict]).toEqual([breakage.name, 'blocked'])
      return [breakage.name]
    })
    expect(found).toEqual(offered)
  })
})
