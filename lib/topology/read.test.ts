import { describe, expect, it } from 'vitest'
import type { TopologyDocument } from './document'
import { migrate } from './migrations'
import { completeFor, read } from './read'
import { resolveText } from './text'

const doc: TopologyDocument = {
  schemaVersion: 1,
  name: 'read',
  layout: {},
  resources: {
    '111122223333': { kind: 'account', accountId: '111122223333' },
    vpc: {
      kind: 'vpc',
      physicalId: 'vpc-1',
      account: '111122223333',
      cidrBlocks: [],
      enableDnsSupport: true,
      enableDnsHostnames: true,
    },
    planned: { kind: 'vpc', cidrBlocks: [], enableDnsSupport: true, enableDnsHostnames: true },
    group: {
      kind: 'securityGroup',
      vpc: 'vpc',
      ipPermissions: [],
      ipPermissionsEgress: [],
      notVisible: [
        {
          path: '/ipPermissions',
          why: 'accessDenied',
          ask: 'Allow ec2:DescribeSecurityGroupRules.',
          permission: 'ec2:DescribeSecurityGroupRules',
        },
      ],
    },
  },
}

describe('read', () => {
  it('gives the value with its evidence', () => {
    expect(read(doc, 'vpc', '/physicalId')).toEqual({
      known: true,
      value: 'vpc-1',
      evidence: [{ resource: 'vpc', path: '/physicalId', value: 'vpc-1' }],
    })
  })
  it('a hole hides itself and everything below it, and nothing beside it', () => {
    expect(read(doc, 'group', '/ipPermissions/0/cidrs')).toMatchObject({
      known: false,
      missing: [{ why: 'accessDenied', permission: 'ec2:DescribeSecurityGroupRules' }],
    })
    expect(read(doc, 'group', '/ipPermissionsEgress').known).toBe(true)
  })
})

describe('absence', () => {
  it('in a closed document nothing else exists', () => {
    expect(completeFor(doc, 'vpcEndpoint', {}).known).toBe(true)
  })
  it('in an inspected one only what was looked at', () => {
    const open: TopologyDocument = {
      ...doc,
      seen: [
        {
          account: '111122223333',
          region: 'eu-west-1',
          kinds: ['vpcEndpoint', 'vpc'],
          except: [{ kind: 'vpc', why: 'throttled', ask: 'Read again.' }],
        },
      ],
    }
    const where = { account: '111122223333', region: 'eu-west-1' }
    expect(completeFor(open, 'vpcEndpoint', where).known).toBe(true)
    expect(completeFor(open, 'vpc', where)).toMatchObject({ known: false, missing: [{ why: 'throttled' }] })
    expect(completeFor(open, 'hostedZone', where)).toMatchObject({ known: false, missing: [{ why: 'notInspected' }] })
    expect(completeFor(open, 'vpcEndpoint', { account: '444455556666' }).known).toBe(false)
  })
})

describe('text with ids', () => {
  it('gives physical values and leaves what is AWS’s own', () => {
    expect(resolveText(doc, 'a ${vpc.id} ${vpc.accountId} ${aws:username} ${*} ${stageVariables.id} $${vpc.id}')).toBe(
      'a vpc-1 111122223333 ${aws:username} ${*} ${stageVariables.id} ${vpc.id}',
    )
  })
  it('an id nobody knows yet equals only itself', () => {
    expect(resolveText(doc, '${planned.id}')).toBe(resolveText(doc, '${planned.id}'))
    expect(resolveText(doc, '${planned.id}')).not.toBe('vpc-1')
    expect(resolveText(doc, '${planned.id}', (id) => `<id of ${id}>`)).toBe('<id of planned>')
  })
})

describe('migrations', () => {
  const steps = [
    { from: 1, name: 'one', up: (d: Record<string, unknown>) => ({ ...d, one: true }) },
    { from: 2, name: 'two', up: (d: Record<string, unknown>) => ({ ...d, two: true }) },
  ]
  it('runs every step from the document’s version on', () => {
    expect(migrate({ schemaVersion: 2, kept: 1 }, steps, 3)).toEqual({
      state: 'migrated',
      steps: ['two'],
      document: { schemaVersion: 3, kept: 1, two: true },
    })
    expect(migrate({ schemaVersion: 1 }, steps, 3)).toMatchObject({ steps: ['one', 'two'] })
  })
  it('hands back a newer document untouched', () => {
    expect(migrate({ schemaVersion: 9 })).toEqual({ state: 'newer', document: { schemaVersion: 9 }, version: 9 })
  })
})
