import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { produceEdit } from '@/lib/topology/produce'
import { trace } from '@/lib/trace/engine'
import { callOf, openingCall } from './openingCall'

const opening = (template: string) => {
  const url = openingCall(buildTemplate(template), trace)
  return url && `${url.vantage} ${url.curl}`
}

describe('the call that a topology opens on', () => {
  it('is the guide’s for each chain', () => {
    expect(opening('two-api-chain')).toBe(
      'client-consumer curl https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
    )
    expect(opening('private-api')).toBe(
      'client-provider curl https://3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
    )
    expect(opening('cross-account')).toBe(
      'client-account2 curl https://3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
    )
    expect(opening('regional-api')).toBe(
      'internet curl https://iyh6euenkb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
    )
    expect(opening('nlb-fargate')).toMatch(/^client-provider curl http:\/\/web-app-fargate-nlb-internal-/)
  })

  it('keeps to the way that a broken chain is meant to be called', () => {
    const url = openingCall(buildTemplate('two-api-chain', { variant: 'uri-names-nlb' }), trace)
    expect(url?.form).toBe('private-dns')
  })

  it('takes a form that leaves its caller where the best one has no name', () => {
    const { document } = produceEdit(buildTemplate('private-api'), 'private DNS off', (draft) => {
      const endpoint = draft.resources['vpce-0d4d61b31cecd49fc']
      if (endpoint?.kind === 'vpcEndpoint') endpoint.privateDnsEnabled = false
    })
    const url = openingCall(document, trace)
    const call = url && callOf(url)
    expect(url?.form).not.toBe('private-dns')
    expect(call && trace(document, call).verdict).toBe('reaches')
  })

  it('is none where nothing can be called', () => {
    expect(openingCall({ schemaVersion: 1, name: 'empty', resources: {}, layout: {} }, trace)).toBeUndefined()
  })
})
