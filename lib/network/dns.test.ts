import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Patch } from '@/lib/topology/patch'
import { resolve } from './dns'
import { vantageOf } from './vantage'

const service = 'execute-api.cn-northwest-1.amazonaws.com.cn'
const api = `3i95y1yx06.${service}`
const endpoint = 'vpce-0d4d61b31cecd49fc'
const vpc = 'vpc-0aaa1111bbbb2222c'

const answer = (doc: TopologyDocument, from: string, name: string, patch: Patch = []) => {
  const patched = applyPatch(doc, patch)
  const { verdict, reason, destination } = resolve(patched, vantageOf(patched, from).asker, name)
  return { verdict, reason, to: destination && 'id' in destination ? destination.id : destination?.to }
}

const zone = (zoneName: string, vpcs: string[], aliasTo?: string): Patch => [
  {
    op: 'add',
    path: '/resources/zone',
    value: { kind: 'hostedZone', zoneName, vpcs, records: aliasTo ? [{ name: zoneName, type: 'A', aliasTo }] : [] },
  },
]

describe('names', () => {
  const doc = buildTemplate('private-api', { addOns: ['peer', 'on-premises'] })

  it('are answered by private DNS inside the VPC of the endpoint only', () => {
    expect(answer(doc, 'client-provider', api)).toEqual({ verdict: 'pass', reason: 'private-dns', to: endpoint })
    expect(answer(doc, 'client-provider', `anything.${service}`)).toMatchObject({ reason: 'private-dns' })
    expect(answer(doc, 'client-peer', api)).toMatchObject({ verdict: 'fail', reason: 'private-api-outside' })
    expect(answer(doc, `on-premises:${vpc}`, api)).toMatchObject({ verdict: 'fail', reason: 'private-api-outside' })
  })

  it('of an endpoint and its aliases resolve from everywhere', () => {
    const name = `${endpoint}-rsnonbkv.execute-api.cn-northwest-1.vpce.amazonaws.com.cn`
    for (const from of ['client-provider', 'client-peer', 'internet', `on-premises:${vpc}`])
      expect(answer(doc, from, name)).toMatchObject({ verdict: 'pass', to: endpoint })
    expect(answer(doc, 'internet', `3i95y1yx06-${endpoint}.${service}`)).toMatchObject({
      reason: 'alias',
      to: endpoint,
    })
    expect(answer(doc, 'internet', name.replace('rsnonbkv', 'other'))).toMatchObject({ reason: 'no-such-name' })
  })

  it('in a zone without the record do not fall through', () => {
    const peer = 'vpc-0eee5555ffff6666a'
    expect(answer(doc, 'client-peer', api, zone(service, [peer]))).toMatchObject({ reason: 'zone-without-record' })
    expect(answer(doc, 'client-peer', api, zone(api, [peer], endpoint))).toMatchObject({
      reason: 'zone-record',
      to: endpoint,
    })
  })

  it('go to a resolver rule for the same domain before the private zone, and not to a broader one', () => {
    const rule = (domainName: string): Patch => [
      {
        op: 'add',
        path: '/resources/rule',
        value: { kind: 'resolverRule', domainName, ruleType: 'FORWARD', targetIps: ['192.168.0.53'], vpcs: [vpc] },
      },
    ]
    expect(answer(doc, 'client-provider', api, rule(service))).toMatchObject({
      verdict: 'fail',
      reason: 'private-api-outside',
    })
    expect(answer(doc, 'client-provider', api, rule('amazonaws.com.cn'))).toMatchObject({ reason: 'private-dns' })
  })

  it('with the suffix of another partition do not exist', () => {
    expect(answer(doc, 'client-provider', api.replace(/\.cn$/, ''))).toMatchObject({ reason: 'wrong-partition' })
  })

  it('are in doubt where an attribute of the VPC is off, and unanswered without its resolver', () => {
    const off = (field: string): Patch => [{ op: 'replace', path: `/resources/${vpc}/${field}`, value: false }]
    expect(answer(doc, 'client-provider', api, off('enableDnsHostnames'))).toMatchObject({
      verdict: 'unknown',
      reason: 'vpc-attributes',
    })
    expect(answer(doc, 'client-provider', api, off('enableDnsSupport'))).toMatchObject({
      verdict: 'fail',
      reason: 'no-resolver',
    })
  })

  it('that were pinned are not asked', () => {
    const pinned = { in: { vpc }, pinned: { [api]: ['10.0.11.153'] } }
    expect(resolve(doc, pinned, api)).toMatchObject({
      reason: 'pinned',
      destination: { to: 'address', address: '10.0.11.153' },
    })
  })
})
