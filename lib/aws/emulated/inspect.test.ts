import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { parseCall } from '@/lib/invocation/curl/parse'
import { buildTemplate } from '@/lib/templates/build'
import { guideRegion } from '@/lib/templates/setting'
import type { TopologyDocument } from '@/lib/topology/document'
import { trace } from '@/lib/trace/engine'
import { SignInError } from '../connection'
import { inspect, type Request } from '../inspect'
import type { Selector } from '../selectors'
import { differences, missing, standIns } from './compare'
import { type Emulated, emulate, type Fault } from './server'

let aws: Emulated | undefined
beforeAll(() => {
  process.env.AWS_ACCESS_KEY_ID = 'AKIATEST'
  process.env.AWS_SECRET_ACCESS_KEY = 'secret'
})
afterEach(() => aws?.close())

/** Inspects a topology that stands in an emulated AWS. */
async function read(
  drawn: TopologyDocument,
  selectors: Selector[],
  more: Partial<Request> & { fault?: [string, Fault] } = {},
) {
  await aws?.close()
  aws = await emulate(drawn)
  if (more.fault) aws.faults.set(...more.fault)
  const inspected = await inspect({
    connections: [{ region: guideRegion }],
    name: 'x',
    endpointUrl: aws.url,
    selectors,
    ...more,
  })
  return { ...inspected, calls: aws.calls }
}

const client = (id: string): Selector => ({ by: 'client', id })
const api = (id: string): Selector => ({ by: 'api', id })
const verdict = (doc: TopologyDocument, from: string, url: string) => {
  const call = parseCall(`curl ${url}`, { vantage: from })
  return call.ok ? trace(doc, call.invocation).verdict : undefined
}

const outer = 'https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc'
const consumer = 'i-0b00000000000c125'

describe('a chain is read as it stands', () => {
  const provider = client('i-0a00000000000c183')
  test.each<[string, Selector, Selector[]]>([
    ['nlb-fargate', { by: 'nlb', id: 'web-app-fargate-nlb-internal' }, [provider]],
    ['regional-api', api('iyh6euenkb'), [provider, client('i-0a00000000000c120')]],
    ['private-api', api('3i95y1yx06'), [provider]],
    ['two-api-chain', api('v944po9kjb'), [provider, client(consumer)]],
  ])('%s', async (template, selector, clients) => {
    const drawn = buildTemplate(template)
    const start = selector.by === 'nlb' ? { ...selector, id: drawn.resources[selector.id]?.arn ?? '' } : selector
    const { document, blindSpots, notFound } = await read(drawn, [start, ...clients])
    expect(differences(drawn, document)).toEqual([])
    expect({ blindSpots, notFound, standIns: standIns(document) }).toEqual({
      blindSpots: [],
      notFound: [],
      standIns: [],
    })
    // Groups that nothing carries and clients outside AWS are no part of the chain.
    expect(missing(drawn, document).filter((id) => !id.startsWith('sg-') && id !== 'internet')).toEqual([])
  })

  test('in another partition, with an application load balancer behind a V2 link', async () => {
    const drawn = buildTemplate('private-api', { region: 'eu-central-1', addOns: ['alb-v2'] })
    const { document } = await read(drawn, [api('3i95y1yx06')], { connections: [{ region: 'eu-central-1' }] })
    expect(differences(drawn, document)).toEqual([])
    expect(document.resources['web-app-alb']).toMatchObject({ kind: 'loadBalancer', type: 'application' })
    expect(document.resources.v2lnk1).toMatchObject({ version: 'V2' })
  })

  test('with a private custom domain, its zone, its association', async () => {
    const drawn = buildTemplate('private-api', { addOns: ['us-east-1', 'custom-domain'] })
    const { document } = await read(drawn, [api('3i95y1yx06')], { connections: [{ region: 'us-east-1' }] })
    const kinds = Object.values(document.resources).map((r) => r.kind)
    expect(kinds).toContain('domainName')
    expect(kinds).toContain('hostedZone')
    expect(differences(drawn, document)).toEqual([])
    expect(missing(drawn, document).filter((id) => !/^(sg|i|subnet)-/.test(id))).toEqual([])
  })

  test('across two accounts; with one of them the other stands in by name', async () => {
    const drawn = buildTemplate('cross-account')
    const other = { region: guideRegion, roleArn: 'arn:aws-cn:iam::444455556666:role/reader', externalId: 'x' }
    const both = await read(drawn, [api('3i95y1yx06'), client('i-0d00000000000c173')], {
      connections: [{ region: guideRegion }, other],
    })
    expect(differences(drawn, both.document)).toEqual([])
    expect(standIns(both.document)).toEqual([])
    expect(both.reaches.map((r) => r.accountId)).toEqual(['111122223333', '444455556666'])
    const one = await read(drawn, [api('3i95y1yx06')])
    expect(standIns(one.document).sort()).toEqual(['vpc-0ddd3333eeee4444f', 'vpce-08cbeb493b8abab4f'])
    expect(one.blindSpots).toEqual([])
  })
})

describe('where an inspection starts', () => {
  test.each<[string, Selector]>([
    ['an endpoint', { by: 'endpoint', id: 'vpce-080de204ca78d2883' }],
    ['a subnet', client('subnet-0b00000000000000a')],
    ['a VPC', client('vpc-0bbb2222cccc3333d')],
    ['all private APIs', { by: 'all-private' }],
  ])('%s', async (_, selector) => {
    const { document, notFound } = await read(buildTemplate('two-api-chain'), [selector])
    expect(notFound).toEqual([])
    expect(document.resources['vpc-0bbb2222cccc3333d']).toMatchObject({ kind: 'vpc', enableDnsSupport: true })
  })

  test('what no connection knows is said', async () => {
    const gone = [api('zzzzzzzzzz'), client('i-00000000000000000'), { by: 'nlb', id: 'arn:aws:x:y:z:1:w' }] as const
    const { notFound } = await read(buildTemplate('private-api'), [...gone, api('3i95y1yx06')])
    expect(notFound).toEqual(gone)
  })
})

describe('partial sight', () => {
  const drawn = buildTemplate('two-api-chain')
  const chain = [api('v944po9kjb'), client(consumer)]

  test('an inspection of the chain reaches, by at most 80 calls, and reads no key', async () => {
    const { document, calls } = await read(drawn, chain)
    expect(verdict(document, consumer, outer)).toBe('reaches')
    expect(calls.length).toBeLessThanOrEqual(80)
  })

  test.each<[string, Fault]>([
    ['GetExport', 'denied'],
    ['GetResources', 'html'],
    ['GetVpcLinks', 'denied'],
    ['DescribeSubnets', 'denied'],
    ['DescribeVpcEndpoints', 'html'],
    ['DescribeTargetHealth', 'cut'],
    ['ListHostedZonesByVPC', 'denied'],
    ['ListClusters', 'throttled'],
  ])('%s %s leaves the rest standing, and never a wrong answer', async (operation, fault) => {
    const { document, blindSpots } = await read(drawn, chain, { fault: [operation, fault] })
    expect(blindSpots.length).toBeGreaterThan(0)
    if (fault === 'denied') expect(blindSpots[0]?.permission).toMatch(/^[a-z0-9]+:\w+$/)
    expect(['reaches', 'unknown']).toContain(verdict(document, consumer, outer))
    expect(document.resources.v944po9kjb).toMatchObject({ kind: 'restApi' })
  })
})

describe('signing in', () => {
  test('a connection that does not sign in stops the inspection, the default chain only where it is all there is', async () => {
    const role = { region: guideRegion, roleArn: 'arn:aws-cn:iam::111122223333:role/reader' }
    const refused = read(buildTemplate('private-api'), [api('3i95y1yx06')], {
      connections: [role],
      fault: ['AssumeRole', 'denied'],
    })
    await expect(refused).rejects.toThrow(SignInError)
    const skipped: string[] = []
    const { reaches } = await read(buildTemplate('private-api'), [api('3i95y1yx06')], {
      connections: [{ region: guideRegion, profile: 'nobody-has-this', optional: true }, role],
      onSkipped: (error) => skipped.push(error.message),
    })
    expect(reaches).toHaveLength(1)
    expect(skipped[0]).toMatch(/^The profile nobody-has-this does not sign in/)
  })
})
