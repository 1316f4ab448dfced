import { describe, expect, test } from 'vitest'
import { CallFailed, failureOf, isGone } from './failure'
import { holeOf } from './holes'

const named = (name: string, message = '') => Object.assign(new Error(message), { name })

describe('failureOf', () => {
  test.each([
    [named('AccessDeniedException'), 'accessDenied'],
    [named('UnauthorizedOperation'), 'accessDenied'],
    [Object.assign(new Error('x'), { Code: 'AccessDenied' }), 'accessDenied'],
    [named('ExpiredTokenException'), 'accessDenied'],
    [named('ThrottlingException'), 'throttled'],
    [named('RequestLimitExceeded'), 'throttled'],
    [named('TooManyRequestsException'), 'throttled'],
    [named('NotFoundException'), 'gone'],
    [named('LoadBalancerNotFoundException'), 'gone'],
    [named('InternalServerError'), 'failed'],
    [named('SyntaxError', "Unexpected token '<'"), 'failed'],
    [named('NotFoundException', '<html>not here</html>'), 'failed'],
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'failed'],
    [named('TimeoutError'), 'failed'],
    ['text', 'failed'],
    [undefined, 'failed'],
  ])('%s is %s', (error, why) => {
    expect(failureOf(error).why).toBe(why)
  })
})

test('a hole names the operation, and the permission only where one is missing', () => {
  const denied = new CallFailed('DescribeSubnets', named('UnauthorizedOperation'))
  expect(holeOf('/x', denied)).toEqual({
    path: '/x',
    why: 'accessDenied',
    ask: 'AWS refused DescribeSubnets (UnauthorizedOperation). Allow ec2:DescribeSubnets to the identity that reads.',
    permission: 'ec2:DescribeSubnets',
  })
  expect(holeOf('', new CallFailed('GetExport', named('SyntaxError')))).toEqual({
    path: '',
    why: 'failed',
    ask: 'GetExport did not answer (SyntaxError). Read again.',
  })
  expect(holeOf('', new TypeError('x is undefined')).ask).toBe("AWS's answer could not be read: x is undefined.")
  expect(isGone(new CallFailed('GetRestApi', named('NotFoundException')))).toBe(true)
  expect(isGone(named('NotFoundException'))).toBe(false)
})
