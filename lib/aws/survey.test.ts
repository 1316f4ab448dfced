import { expect, test } from 'vitest'
import { blindSpots } from './blindSpots'
import { CallFailed } from './failure'
import { Survey } from './survey'

const denied = (operation: string) =>
  new CallFailed(operation, Object.assign(new Error('no'), { name: 'UnauthorizedOperation' }))

const group = (vpc: string) => ({
  kind: 'securityGroup' as const,
  vpc,
  ipPermissions: [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, groups: ['sg-other'] }],
  ipPermissionsEgress: [],
})

test('what is named and was not read stands in the document, with the reason', () => {
  const survey = new Survey([])
  survey.add('sg-1', group('vpc-1'))
  survey.name('vpcEndpoint', 'vpce-1', 'eu-west-1')
  survey.unread('vpc-1', denied('DescribeVpcs'))
  const { resources } = survey.document('x')
  expect(resources['vpc-1']).toMatchObject({
    kind: 'vpc',
    physicalId: 'vpc-1',
    notVisible: [{ path: '', why: 'accessDenied', permission: 'ec2:DescribeVpcs' }],
  })
  expect(resources['sg-other']).toMatchObject({
    kind: 'securityGroup',
    notVisible: [{ path: '', why: 'notInspected' }],
  })
  expect(resources['vpce-1']).toMatchObject({ kind: 'vpcEndpoint', region: 'eu-west-1' })
})

test('blind spots are failures only, those that a permission settles first', () => {
  const survey = new Survey([])
  survey.add('sg-1', group('vpc-1'))
  survey.unread('vpc-1', new CallFailed('DescribeVpcs', new Error('cut')))
  survey.unread('sg-other', denied('DescribeSecurityGroups'))
  survey.name('vpcEndpoint', 'vpce-1', 'eu-west-1')
  expect(blindSpots(survey.document('x')).map((s) => [s.resource, s.permission])).toEqual([
    ['sg-other', 'ec2:DescribeSecurityGroups'],
    ['vpc-1', undefined],
  ])
})
