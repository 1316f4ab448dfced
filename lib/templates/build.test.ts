import { describe, expect, test } from 'vitest'
import { partitionOf } from '@/lib/naming/partitions'
import { resourceOf } from '@/lib/topology/document'
import { referencesOf } from '@/lib/topology/references'
import { validate } from '@/lib/topology/validate'
import { templates } from '.'
import { addOns } from './addOns'
import { buildTemplate, TemplateError } from './build'

const names = templates.map((template) => template.name)
const regions = ['cn-northwest-1', 'us-east-1', 'us-gov-west-1', 'us-iso-east-1', 'eusc-de-east-1', 'ap-southeast-2']
const built = templates.flatMap(({ name, variants }) => [
  { name, variant: undefined },
  ...variants.map((variant) => ({ name, variant: variant.name })),
])

describe.each(built)('$name $variant', ({ name, variant }) => {
  test.each(regions)('validates without a warning in %s and keeps its ids', (region) => {
    const result = validate(buildTemplate(name, { region, variant }))
    expect(result).toMatchObject({ ok: true, errors: [], warnings: [] })
    expect(Object.keys(result.ok ? result.document.resources : {})).toEqual(Object.keys(buildTemplate(name).resources))
  })

  test('names nothing of another partition or region', () => {
    const text = JSON.stringify(buildTemplate(name, { region: 'us-gov-west-1', variant }))
    expect(text).not.toMatch(/cn-northwest|aws-cn|amazonaws\.com\.cn|cn\.com\.amazonaws|arn:aws:/)
  })
})

test('a logical id is a vantage word, the physical id or the name', () => {
  for (const name of names)
    for (const [id, resource] of Object.entries(buildTemplate(name).resources)) {
      const words = [resource.physicalId, resource.name]
      if (resource.kind === 'account') words.push(resource.accountId)
      expect(words, id).toContain(id)
      expect(id).not.toMatch(/^arn:/)
    }
})

test('the chains nest', () => {
  const ids = (name: string) => Object.keys(buildTemplate(name).resources)
  for (const [inner, outer] of [
    ['nlb-fargate', 'regional-api'],
    ['nlb-fargate', 'private-api'],
    ['private-api', 'cross-account'],
    ['private-api', 'two-api-chain'],
  ] as const)
    expect(ids(outer)).toEqual(expect.arrayContaining(ids(inner)))
})

test('each stage serves what is saved, and a snapshot shares nothing with it', () => {
  for (const { name, variant } of built)
    for (const resource of Object.values(buildTemplate(name, { variant }).resources)) {
      if (resource.kind !== 'restApi') continue
      const served = resource.deployments[resource.stages.dev?.deploymentId ?? '']?.api
      expect(served?.policy).toEqual(resource.policy)
      expect(served?.endpointConfiguration).toEqual(resource.endpointConfiguration)
      expect(served?.resources).toEqual(resource.resources)
      expect(served?.resources).not.toBe(resource.resources)
    }
})

test('cn-northwest-1 is the guide to the character', () => {
  const { resources } = buildTemplate('two-api-chain')
  const dnsNames = Object.values(resources).flatMap((r) => (r.kind === 'loadBalancer' ? [r.dnsName] : []))
  expect(dnsNames).toContain('web-app-fargate-nlb-internal-a91fd47048eb1ef0.elb.cn-northwest-1.amazonaws.com.cn')
  expect(dnsNames).toContain('web-app-fargate-nlb-internal2-fdeb5f1534e02ddb.elb.cn-northwest-1.amazonaws.com.cn')
  const endpoint = resourceOf(buildTemplate('two-api-chain'), 'vpce-0d4d61b31cecd49fc', 'vpcEndpoint')
  expect(endpoint).toMatchObject({
    serviceName: 'cn.com.amazonaws.cn-northwest-1.execute-api',
    dnsEntries: [
      'vpce-0d4d61b31cecd49fc-rsnonbkv.execute-api.cn-northwest-1.vpce.amazonaws.com.cn',
      'vpce-0d4d61b31cecd49fc-rsnonbkv-cn-northwest-1a.execute-api.cn-northwest-1.vpce.amazonaws.com.cn',
      'vpce-0d4d61b31cecd49fc-rsnonbkv-cn-northwest-1b.execute-api.cn-northwest-1.vpce.amazonaws.com.cn',
      'vpce-0d4d61b31cecd49fc-rsnonbkv-cn-northwest-1c.execute-api.cn-northwest-1.vpce.amazonaws.com.cn',
      'execute-api.cn-northwest-1.amazonaws.com.cn',
      '*.execute-api.cn-northwest-1.amazonaws.com.cn',
    ],
  })
  expect(resourceOf(buildTemplate('two-api-chain'), 'subnet-0a00000000000000b', 'subnet')).toMatchObject({
    availabilityZone: 'cn-northwest-1b',
    availabilityZoneId: 'cnnw1-az2',
  })
})

test('the policy of the private API names the VPCs that may call', () => {
  const policy = (name: string) =>
    JSON.parse(resourceOf(buildTemplate(name), '3i95y1yx06', 'restApi')?.policy?.text ?? '')
  const resource = 'arn:aws-cn:execute-api:cn-northwest-1:111122223333:3i95y1yx06/*/*/*'
  const [provider, account2] = ['vpc-0aaa1111bbbb2222c', 'vpc-0ddd3333eeee4444f']
  const deny = (vpcs: string | string[]) => ({
    Effect: 'Deny',
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: resource,
    Condition: { StringNotEquals: { 'aws:SourceVpc': vpcs } },
  })
  expect(policy('private-api').Statement[1]).toEqual(deny(provider))
  expect(policy('cross-account').Statement[1]).toEqual(deny([provider, account2]))
  expect(policy('two-api-chain').Statement).toEqual([
    { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: resource },
  ])
})

test('a variant is saved and deployed', () => {
  const uri = (variant: string) => {
    const api = resourceOf(buildTemplate('two-api-chain', { variant }), 'v944po9kjb', 'restApi')
    return api?.deployments[api.stages.dev?.deploymentId ?? '']?.api.resources.p2vpcp?.methods.GET?.integration?.uri
  }
  expect(uri('uri-names-nlb')).toBe(
    'https://web-app-fargate-nlb-internal2-fdeb5f1534e02ddb.elb.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
  )
  expect(uri('uri-without-path')).toBe('https://3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn')
})

test.each(addOns.map((addOn) => addOn.name))('add-on %s leaves a topology in order', (name) => {
  const start = name === 'provider-endpoint' ? 'regional-api' : 'private-api'
  const document = buildTemplate(start, { addOns: [name] })
  expect(validate(document)).toMatchObject({ ok: true, errors: [], warnings: [] })
  expect(document).not.toEqual(buildTemplate(start))
})

test('us-east-1 moves the chain and what is added to it', () => {
  const document = buildTemplate('private-api', { addOns: ['custom-domain', 'us-east-1'] })
  expect(new Set(Object.values(document.resources).flatMap((r) => r.region ?? []))).toEqual(new Set(['us-east-1']))
  expect(partitionOf('us-east-1')?.name).toBe('aws')
  expect(JSON.stringify(document)).not.toContain('cn')
  const domain = document.resources['private.example.com']
  expect(domain && referencesOf(domain).map((reference) => reference.to)).toContain('3i95y1yx06')
})

test('a wrong word is answered with the nearest right one', () => {
  const message = (build: () => unknown) => {
    try {
      build()
    } catch (error) {
      return error instanceof TemplateError ? error.message : 'another error'
    }
    return 'no error'
  }
  expect(message(() => buildTemplate('two-apis-chain'))).toContain('"two-api-chain"')
  expect(message(() => buildTemplate('two-api-chain', { variant: 'uri-name-nlb' }))).toContain('"uri-names-nlb"')
  expect(message(() => buildTemplate('private-api', { region: 'cn-norhtwest-1' }))).toContain('"cn-northwest-1"')
  expect(message(() => buildTemplate('private-api', { addOns: ['on-premise'] }))).toContain('"on-premises"')
  expect(message(() => buildTemplate('private-api', { variant: 'x' }))).toBe('There is no variant "x".')
})
