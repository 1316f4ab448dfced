import { describe, expect, it } from 'vitest'
import { parseCall } from '@/lib/invocation/curl/parse'
import { buildTemplate } from '@/lib/templates/build'
import { resourceOf } from '@/lib/topology/document'
import { applyPatch } from '@/lib/topology/patch'
import { trace } from '@/lib/trace/engine'
import { decidingSays } from './deciding'
import { jumpedPast } from './jump'
import { hopStatus } from './lanes'
import { waysWords } from './wayName'

const template = buildTemplate('private-api')
const api = '3i95y1yx06'
const url = `https://${api}.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc`

function calling(curl: string, from: string) {
  const call = parseCall(curl, { vantage: from })
  if (!call.ok) throw new Error(call.says)
  return call.invocation
}

/** A canary takes a tenth of the calls, and its snapshot lacks the route. */
function withCanary() {
  const stage = resourceOf(template, api, 'restApi')?.stages.dev
  const snapshot = stage && resourceOf(template, api, 'restApi')?.deployments[stage.deploymentId]?.api
  if (!snapshot) throw new Error('nothing is deployed')
  return applyPatch(template, [
    { op: 'add', path: `/resources/${api}/deployments/canary1`, value: { api: { ...snapshot, resources: {} } } },
    {
      op: 'add',
      path: `/resources/${api}/stages/dev/canarySettings`,
      value: { deploymentId: 'canary1', percentTraffic: 10, useStageCache: false },
    },
  ])
}

describe('a path that parts', () => {
  const document = withCanary()
  const open = trace(document, calling(`curl ${url}`, 'client-provider'))
  const hop = open.hops.find((each) => each.branches)

  it('is open where its ways end differently, though the hop itself passes', () => {
    expect(open.verdict).toBe('unknown')
    expect(hop && hopStatus(open, hop)).toBe('unknown')
    expect(decidingSays(document, open)).toMatch(
      /^The path parts here, and its ways end differently: \w+ \(90 %\) reaches, canary canary1 \(10 %\) blocked\.$/,
    )
  })

  it('names its ways', () => {
    expect(hop?.branches?.map(({ share }) => share)).toEqual([0.9, 0.1])
    expect(hop && waysWords(document, hop)).toMatch(/^, 2 ways: \w+ \(90 %\) reaches, canary canary1 \(10 %\) blocked$/)
  })
})

describe('a jump', () => {
  const chain = buildTemplate('two-api-chain')
  const outer = 'https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc'
  const past = (curl: string) =>
    trace(chain, calling(curl, 'client-consumer')).hops.flatMap((each) => jumpedPast(chain, each) ?? [])

  it('is a connection to one API that names another', () => {
    expect(past(`curl ${outer}`)).toEqual([])
    expect(past(`curl -H "Host: ${api}.execute-api.cn-northwest-1.amazonaws.com.cn" ${outer}`)).toEqual(['v944po9kjb'])
  })
})
