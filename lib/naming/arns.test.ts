import { expect, test } from 'vitest'
import {
  accessAssociationArn,
  ecsServiceArn,
  invokeArn,
  loadBalancerArn,
  privateDomainNameArn,
  publicDomainNameArn,
  stageArn,
  targetGroupArn,
  vpcEndpointArn,
} from './arns'
import { allRegions, partitionOf, partitions } from './partitions'

const china = { region: 'cn-northwest-1', accountId: '111122223333' }

test.each([
  [invokeArn(china, '3i95y1yx06'), 'arn:aws-cn:execute-api:cn-northwest-1:111122223333:3i95y1yx06/*/*/*'],
  [
    stageArn('us-gov-west-1', 'g0v2b3c4d5', 'live'),
    'arn:aws-us-gov:apigateway:us-gov-west-1::/restapis/g0v2b3c4d5/stages/live',
  ],
  [publicDomainNameArn('us-east-1', 'api.example.com'), 'arn:aws:apigateway:us-east-1::/domainnames/api.example.com'],
  [
    privateDomainNameArn({ ...china, region: 'us-east-1' }, 'private.example.com', 'abcd1234'),
    'arn:aws:apigateway:us-east-1:111122223333:/domainnames/private.example.com+abcd1234',
  ],
  [
    accessAssociationArn({ ...china, region: 'us-east-1' }, 'private.example.com', 'abcd1234', 'vpce-1'),
    'arn:aws:apigateway:us-east-1:111122223333:/domainnameaccessassociations/domainname/private.example.com+abcd1234/vpcesource/vpce-1',
  ],
  [
    loadBalancerArn(china, 'net', 'web-app-fargate-nlb-internal', 'a91fd47048eb1ef0'),
    'arn:aws-cn:elasticloadbalancing:cn-northwest-1:111122223333:loadbalancer/net/web-app-fargate-nlb-internal/a91fd47048eb1ef0',
  ],
  [targetGroupArn(china, 'tg', '00'), 'arn:aws-cn:elasticloadbalancing:cn-northwest-1:111122223333:targetgroup/tg/00'],
  [vpcEndpointArn(china, 'vpce-1'), 'arn:aws-cn:ec2:cn-northwest-1:111122223333:vpc-endpoint/vpce-1'],
  [ecsServiceArn(china, 'web-app', 's'), 'arn:aws-cn:ecs:cn-northwest-1:111122223333:service/web-app/s'],
])('%s', (built, expected) => {
  expect(built).toBe(expected)
})

test('every listed region fits its own pattern and is of one partition only', () => {
  expect(new Set(allRegions).size).toBe(allRegions.length)
  for (const partition of partitions)
    for (const region of partition.regions) {
      expect(partition.regionPattern.test(region), region).toBe(true)
      expect(partitionOf(region)).toBe(partition)
    }
  expect(partitions.find((partition) => partition.name === 'aws')?.regions).toHaveLength(34)
})

test('a later region falls to the partition of its pattern, another word to none', () => {
  expect(partitionOf('us-gov-central-1')?.name).toBe('aws-us-gov')
  expect(partitionOf('eu-isoe-east-1')?.name).toBe('aws-iso-e')
  expect(partitionOf('eu-west-9')?.name).toBe('aws')
  expect(partitionOf('vpc')).toBeUndefined()
})
