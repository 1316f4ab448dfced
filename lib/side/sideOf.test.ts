import { describe, expect, it } from 'vitest'
import { withFixes } from '@/lib/fixes/withFixes'
import { parseCall } from '@/lib/invocation/curl/parse'
import { buildTemplate } from '@/lib/templates/build'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Patch } from '@/lib/topology/patch'
import { trace } from '@/lib/trace/engine'
import { sideOf } from './sideOf'

const api = '3i95y1yx06'
const url = `https://${api}.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc`
const cross = buildTemplate('cross-account')

function sideIn(doc: TopologyDocument, from: string, patch: Patch = [], curl = `curl ${url}`) {
  const call = parseCall(curl, { vantage: from })
  if (!call.ok) throw new Error(call.says)
  const changed = applyPatch(doc, patch)
  return sideOf(changed, withFixes(changed, trace(changed, call.invocation)))
}

function policies(text: string): Patch {
  const deployment = resourceOf(cross, api, 'restApi')?.stages.dev?.deploymentId ?? ''
  return [`/resources/${api}`, `/resources/${api}/deployments/${deployment}/api`].map((at) => ({
    op: 'add',
    path: `${at}/policy`,
    value: { text },
  }))
}

const nobody = policies('{"Version":"2012-10-17","Statement":[]}')

describe('the side of a verdict', () => {
  it('is nobody’s where the call reaches', () => {
    expect(sideIn(cross, 'client-account2')).toBeUndefined()
  })

  it('is the owner’s where the policy of the API refuses, with a message to that owner', () => {
    const side = sideIn(cross, 'client-account2', nobody)
    expect(side?.side).toBe('owner')
    expect(side?.sentence).toBe(
      "Blocked at hop 3 of 6, on the API owner's side, in 1111-2222-3333. Your network, TLS and endpoint pass.",
    )
    const message = side?.message ?? ''
    for (const part of [
      'API: 3i95y1yx06 (Fargate-webpage-private), cn-northwest-1',
      'Stage: dev',
      'Method and path: GET /webpage-vpc',
      'Endpoint: vpce-08cbeb493b8abab4f in vpc-0ddd3333eeee4444f of account 4444-5555-6666',
      'What we see: 403 AccessDeniedException',
      'Time, UTC: ____',
      'Request id (header x-amzn-RequestId): ____',
      'On our side network, TLS and endpoint pass.',
      '"aws:SourceVpce": "vpce-08cbeb493b8abab4f"',
      'Then deploy stage dev.',
    ])
      expect(message).toContain(part)
  })

  it('is the caller’s where its own endpoint shuts it out, and nobody is to be written to', () => {
    const closed: Patch = [{ op: 'replace', path: '/resources/sg-0d0000000000e9001/ipPermissions', value: [] }]
    expect(sideIn(cross, 'client-account2', closed)).toEqual({
      side: 'caller',
      sentence: 'Blocked at hop 2 of 6, on your side, in 4444-5555-6666.',
    })
  })

  it('is the caller’s where another call gets through', () => {
    const side = sideIn(cross, 'client-account2', [], `curl ${url.replace('/dev/', '/prod/')}`)
    expect([side?.side, side?.message]).toEqual(['caller', undefined])
  })

  it('is the backend’s behind the last API', () => {
    const side = sideIn(cross, 'client-account2', [
      { op: 'replace', path: '/resources/web-app-fargate-nlb-tg/targets', value: [] },
    ])
    expect(side?.side).toBe('backend')
    expect(side?.sentence).toMatch(/^Blocked at hop \d of \d, on the backend's side, in 1111-2222-3333\. Your/)
    expect(side?.message).toContain('has no registered target')
  })

  it('sends no message to the caller itself', () => {
    const side = sideIn(cross, 'client-provider', nobody)
    expect([side?.side, side?.message]).toEqual(['owner', undefined])
    expect(side?.sentence).toContain('in 1111-2222-3333, which is your account too.')
  })

  it('says of an owner whom nobody can see that all else passes', () => {
    const hole = { path: '', why: 'accessDenied', ask: `What does ${api} hold?` }
    const side = sideIn(cross, 'client-account2', [{ op: 'add', path: `/resources/${api}/notVisible`, value: [hole] }])
    expect(side?.sentence).toBe(
      'Everything in 4444-5555-6666 passes. The rest lies with the owner of 3i95y1yx06, whom no connection here can see.',
    )
    expect(side?.side).toBe('owner')
    expect(side?.message).toContain('admits vpce-08cbeb493b8abab4f (aws:SourceVpce)')
  })

  it('does not say so where the policy of the own endpoint was not asked', () => {
    const hole = { path: '', why: 'accessDenied', ask: `What does ${api} hold?` }
    const text = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"arn:aws-cn:s3:::x"}]}'
    const side = sideIn(cross, 'client-account2', [
      { op: 'add', path: `/resources/${api}/notVisible`, value: [hole] },
      { op: 'add', path: '/resources/vpce-08cbeb493b8abab4f/policyDocument', value: { text } },
    ])
    expect(side).toEqual({
      side: 'unknown',
      sentence: `Not known on whose side: some of what is missing lies before ${api}.`,
    })
  })
})
