import { describe, expect, test } from 'vitest'
import { expandInvokeArn, maskedAccount, methodArn, parseInvokeArn } from './invokeArn'
import { executeApiServiceName, isExecuteApiService, parseServiceName } from './serviceName'

const place = { region: 'cn-northwest-1', accountId: '111122223333' }

describe('ARN of a call', () => {
  test('the partition follows the region, also where GovCloud shares the DNS suffix', () => {
    expect(methodArn(place, '3i95y1yx06', 'dev', 'GET', '/webpage-vpc')).toBe(
      'arn:aws-cn:execute-api:cn-northwest-1:111122223333:3i95y1yx06/dev/GET/webpage-vpc',
    )
    expect(methodArn({ ...place, region: 'us-gov-west-1' }, 'a', 'dev', 'GET', '/')).toBe(
      'arn:aws-us-gov:execute-api:us-gov-west-1:111122223333:a/dev/GET/',
    )
  })

  test('is taken apart', () => {
    expect(parseInvokeArn('arn:aws:execute-api:us-east-1:111122223333:abc/dev/GET/a/b')).toEqual({
      partition: 'aws',
      region: 'us-east-1',
      accountId: '111122223333',
      api: 'abc',
      stage: 'dev',
      method: 'GET',
      path: 'a/b',
    })
    expect(parseInvokeArn('arn:aws:s3:::bucket/key')).toBeUndefined()
  })

  test('the short form is expanded', () => {
    expect(expandInvokeArn('execute-api:/*/GET/x', place, 'abc')).toBe(
      'arn:aws-cn:execute-api:cn-northwest-1:111122223333:abc/*/GET/x',
    )
    expect(expandInvokeArn('execute-api:/*', place, 'abc')).toBe(
      'arn:aws-cn:execute-api:cn-northwest-1:111122223333:abc/*',
    )
    expect(expandInvokeArn('*', place, 'abc')).toBe('*')
  })

  test('a denial shows four digits of the account', () => {
    expect(maskedAccount('111122223333')).toBe('********3333')
  })
})

describe('service names', () => {
  test.each([
    ['com.amazonaws.us-east-1.execute-api', 'us-east-1', true],
    ['cn.com.amazonaws.cn-northwest-1.execute-api', 'cn-northwest-1', true],
    ['com.amazonaws.cn-northwest-1.execute-api', 'cn-northwest-1', true],
    ['com.amazonaws.us-east-1.execute-api', 'us-east-2', false],
    ['com.amazonaws.us-east-1.s3', 'us-east-1', false],
    ['xcom.amazonaws.us-east-1.execute-api', 'us-east-1', false],
    ['com.amazonaws.vpce.us-east-1.vpce-svc-0123', 'us-east-1', false],
  ])('%s in %s', (name, region, expected) => {
    expect(isExecuteApiService(name, region)).toBe(expected)
  })

  test('the name to create one with', () => {
    expect(executeApiServiceName('cn-north-1')).toBe('cn.com.amazonaws.cn-north-1.execute-api')
    expect(parseServiceName(executeApiServiceName('eu-west-1'))).toEqual({
      region: 'eu-west-1',
      service: 'execute-api',
    })
  })
})
