import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { applyPatch } from '@/lib/topology/patch'
import { breakages } from '@/lib/trace/breakages'
import { trace } from '@/lib/trace/engine'
import { callOf } from './call'
import { graphOf } from './graph'
import { cardWords } from './words'

const opening = {
  vantage: 'client-consumer',
  method: 'GET',
  url: 'https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
  headers: [],
  options: {},
}

function broken(name: string) {
  const document = buildTemplate('two-api-chain')
  const breakage = breakages.find((b) => b.name === name)
  const change = breakage?.apply(document, opening, trace(document, opening))
  const after = change?.edit ? applyPatch(document, change.edit.patch) : document
  return callOf(graphOf(after), trace(after, change?.call ?? opening))
}

describe('a call that reaches', () => {
  const document = buildTemplate('two-api-chain')
  const graph = graphOf(document)
  const call = callOf(graph, trace(document, opening))

  it('numbers its cards in the order of the hops', () => {
    expect(call.order).toEqual([
      'client-consumer',
      'vpce-080de204ca78d2883',
      'v944po9kjb',
      'lsm4cw',
      'web-app-fargate-nlb-internal2',
      'vpce-0d4d61b31cecd49fc',
      '3i95y1yx06',
      't0f7wl',
      'web-app-fargate-nlb-internal',
      'web-app-fargate',
    ])
    expect(call.order.map((id) => call.cards.get(id)?.hops)).toEqual(call.order.map((_, i) => [i + 1]))
  })

  it('goes through the target groups, which have no number of their own', () => {
    expect(call.arrows.get('web-app-fargate-nlb-internal2→web-app-fargate-nlb-internal-tg2')?.flow).toBe('passes')
    expect(call.arrows.get('web-app-fargate-nlb-internal-tg2→vpce-0d4d61b31cecd49fc')?.flow).toBe('passes')
    expect(call.cards.get('web-app-fargate-nlb-tg')).toMatchObject({ hops: [], status: 'passes', reached: true })
  })

  it('names the listener that it takes, of the two that there are', () => {
    expect(call.arrows.get('web-app-fargate-nlb-internal→web-app-fargate-nlb-tg')?.label).toBe('80')
  })

  it('touches the groups that guard the way and leaves the rest alone', () => {
    expect(call.cards.get('sg-0a0000000000e9001')?.status).toBe('passes')
    expect(call.cards.has('web-app-fargate-nlb-consumer')).toBe(false)
    expect(call.cards.has('webpage.example.com')).toBe(false)
  })

  it('is said in words', () => {
    const card = graph.cards.get('3i95y1yx06')
    expect(card && cardWords(card, call.cards.get('3i95y1yx06'), 10)).toBe(
      'Hop 7 of 10, Private REST API Fargate-webpage-private, 3i95y1yx06, passes',
    )
  })
})

describe('a call that is stopped', () => {
  it('by a policy: the arrow into the API is red, what lies behind is not reached', () => {
    const call = broken('policy')
    const stopped = [...call.cards].filter(([, state]) => state.broken).map(([id]) => id)
    expect(stopped).toHaveLength(1)
    const into = [...call.arrows.values()].filter((a) => a.flow === 'blocked')
    expect(into.map((a) => [a.to, a.label])).toEqual([[stopped[0], 'denied']])
    const last = call.order.at(-1)
    expect(last && call.cards.get(last)).toMatchObject({ status: 'unchecked', reached: false })
  })

  it('by a security group: the group is red beside the card that it guards', () => {
    const call = broken('security-group')
    const stopped = [...call.cards].filter(([, state]) => state.broken).map(([id]) => id)
    expect(stopped).toHaveLength(2)
    expect(stopped.some((id) => id.startsWith('sg-'))).toBe(true)
  })

  it('by a target group without targets: the load balancer is reached, the arrow behind it is red', () => {
    const call = broken('target-gone')
    const red = [...call.arrows.values()].filter((a) => a.flow === 'blocked')
    expect(red).toHaveLength(1)
    expect(red[0]?.label).toBe('no target')
    expect(call.cards.get(red[0]?.to ?? '')?.broken).toBe(true)
  })
})

describe('a call whose path parts', () => {
  const document = buildTemplate('private-api')
  const api = document.resources['3i95y1yx06']
  const [name = ''] = api?.kind === 'restApi' ? Object.keys(api.deployments) : []
  const stage = '/resources/3i95y1yx06/stages/dev/canarySettings'
  const canary = '/resources/3i95y1yx06/deployments/canary'
  const parted = applyPatch(document, [
    { op: 'copy', from: `/resources/3i95y1yx06/deployments/${name}`, path: canary },
    { op: 'replace', path: `${canary}/api/resources`, value: {} },
    { op: 'add', path: stage, value: { percentTraffic: 10, deploymentId: 'canary' } },
  ])
  const call = callOf(
    graphOf(parted),
    trace(parted, {
      ...opening,
      vantage: 'client-provider',
      url: 'https://3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
    }),
  )

  it('is not known at the fork, and goes on in the part that reaches', () => {
    expect(call.cards.get('3i95y1yx06')).toMatchObject({ status: 'unknown', reached: true, broken: false })
    expect(call.arrows.get('3i95y1yx06→t0f7wl')).toMatchObject({ flow: 'passes', label: '90 %' })
    expect(call.cards.get('web-app-fargate')).toMatchObject({ status: 'passes' })
  })
})
