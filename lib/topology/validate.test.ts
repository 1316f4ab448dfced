import { describe, expect, it } from 'vitest'
import { kindNames } from './kinds'
import { parseDocument, validate } from './validate'

const subnet = {
  kind: 'subnet',
  vpc: 'vpc-1',
  cidrBlock: '10.0.0.0/24',
  availabilityZone: 'eu-west-1a',
  availabilityZoneId: 'euw1-az1',
  networkAcl: 'acl-1',
}
const vpc = { kind: 'vpc', cidrBlocks: ['10.0.0.0/16'], enableDnsSupport: true, enableDnsHostnames: true }
const acl = { kind: 'networkAcl', vpc: 'vpc-1', entries: [] }
const document = (resources: Record<string, unknown>) => ({ schemaVersion: 1, name: 'test', resources, layout: {} })
const errorsOf = (resources: Record<string, unknown>) => validate(document(resources)).errors

describe('a document that is right', () => {
  const result = validate(document({ 'vpc-1': { ...vpc, colour: 'blue' }, 'acl-1': acl, 'subnet-1': subnet }))
  it('passes and keeps fields that no schema knows', () => {
    expect(result.ok && result.document.resources['vpc-1']).toMatchObject({ colour: 'blue' })
  })
  it('says which fields are not read', () => {
    expect(result.warnings).toEqual([
      { path: '/resources/vpc-1/colour', message: 'A vpc has no field "colour"; it is kept and not read.' },
    ])
  })
})

describe('errors name the path and the nearest right word', () => {
  it('an unknown kind', () => {
    expect(errorsOf({ 'vpc-1': { ...vpc, kind: 'vcp' } })).toEqual([
      { path: '/resources/vpc-1/kind', message: 'There is no kind "vcp".', suggestion: 'vpc' },
    ])
  })
  it('a dangling reference', () => {
    expect(errorsOf({ 'vpc-1': vpc, 'acl-1': acl, 'subnet-1': { ...subnet, vpc: 'vpc-2' } })).toEqual([
      {
        path: '/resources/subnet-1/vpc',
        message: 'No resource "vpc-2" in this topology; vpc is wanted here.',
        suggestion: 'vpc-1',
      },
    ])
  })
  it('a stage variable where no stage fills it', () => {
    const written = { ...subnet, vpc: '${stageVariables.vpc}' }
    expect(errorsOf({ 'vpc-1': vpc, 'acl-1': acl, 'subnet-1': written })).toEqual([
      {
        path: '/resources/subnet-1/vpc',
        message: 'No resource "${stageVariables.vpc}" in this topology; vpc is wanted here.',
      },
    ])
  })
  it('a reference to a resource of another kind', () => {
    expect(errorsOf({ 'vpc-1': vpc, 'acl-1': acl, 'subnet-1': { ...subnet, vpc: 'acl-1' } })).toEqual([
      { path: '/resources/subnet-1/vpc', message: '"acl-1" is a networkAcl; vpc is wanted here.' },
    ])
  })
  it('a field under another name', () => {
    const { enableDnsSupport: _gone, ...rest } = vpc
    expect(errorsOf({ 'vpc-1': { ...rest, enableDnsSuport: true } })).toEqual([
      {
        path: '/resources/vpc-1/enableDnsSupport',
        message: '"enableDnsSupport" is missing; boolean is wanted.',
        suggestion: '"enableDnsSuport" stands there: "enableDnsSupport" is the field\'s name.',
      },
    ])
  })
  it('a CIDR block that is none', () => {
    expect(errorsOf({ 'vpc-1': { ...vpc, cidrBlocks: ['10.0.0.0/33'] } })).toEqual([
      { path: '/resources/vpc-1/cidrBlocks/0', message: 'a CIDR block such as 10.0.0.0/16.' },
    ])
  })
  it('a word of a list', () => {
    const gateway = { kind: 'gateway', type: 'internt', vpc: 'vpc-1' }
    expect(errorsOf({ 'vpc-1': vpc, 'igw-1': gateway })[0]).toMatchObject({
      path: '/resources/igw-1/type',
      suggestion: 'internet',
    })
  })
  it('an id in a text that the topology lacks', () => {
    const zone = { kind: 'principal', identityPolicies: [{ text: '{"Resource":"${vpc-9.arn}"}' }] }
    expect(errorsOf({ 'vpc-1': vpc, p: zone })).toEqual([
      {
        path: '/resources/p/identityPolicies/0/text',
        message: 'The text names ${vpc-9.…}, which this topology lacks.',
        suggestion: 'vpc-1',
      },
    ])
  })
  it('an address where a prefix list may stand is no reference, "local" neither', () => {
    const table = {
      kind: 'routeTable',
      vpc: 'vpc-1',
      routes: [{ destination: '10.0.0.0/16', target: 'local', state: 'active' }],
    }
    expect(errorsOf({ 'vpc-1': vpc, 'rtb-1': table })).toEqual([])
    const broken = { ...table, routes: [{ destination: 'pl-1', target: 'igw-1', state: 'active' }] }
    expect(errorsOf({ 'vpc-1': vpc, 'rtb-1': broken }).map((e) => e.path)).toEqual([
      '/resources/rtb-1/routes/0/destination',
      '/resources/rtb-1/routes/0/target',
    ])
  })
})

describe('what nobody could read', () => {
  const hole = (path: string) => [{ path, why: 'accessDenied', ask: 'Allow ec2:DescribeVpcs.' }]
  it('may be absent where a hole covers it, at any depth', () => {
    const stub = { kind: 'vpcEndpoint', physicalId: 'vpce-1', notVisible: hole('') }
    const result = validate(document({ 'vpce-1': stub }))
    expect(result.errors).toEqual([])
  })
  it('may be all of a resource of any kind but the account, whose number is what names it', () => {
    const hidden = kindNames.filter((kind) => kind !== 'account').map((kind) => [kind, { kind, notVisible: hole('') }])
    expect(errorsOf(Object.fromEntries(hidden))).toEqual([])
  })
  it('is an error where no hole covers it', () => {
    const partly = { ...vpc, cidrBlocks: undefined, notVisible: hole('/enableDnsSupport') }
    expect(errorsOf({ 'vpc-1': partly }).map((e) => e.path)).toEqual(['/resources/vpc-1/cidrBlocks'])
  })
})

describe('text', () => {
  it('a syntax error is said with line and column', () => {
    expect(parseDocument('{\n  "name": }').errors[0]?.message).toMatch(/line 2, column 11/)
  })
  it('a document over 10 MB is refused with its size', () => {
    expect(parseDocument(' '.repeat(10.5 * 1024 * 1024)).errors[0]?.message).toBe(
      'The document has 10.5 MB; at most 10 MB are read.',
    )
  })
})
