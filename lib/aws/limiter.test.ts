import { describe, expect, test } from 'vitest'
import { bucketsOf, Limiter } from './limiter'

/** A clock that stands still until somebody sleeps. */
function clock() {
  let now = 0
  const slept: number[] = []
  const limiter = new Limiter(
    () => now,
    async (ms) => {
      slept.push(ms)
    },
  )
  return { limiter, slept, advance: (ms: number) => (now += ms) }
}

describe('Limiter', () => {
  test('lets a burst pass, then the rate of API Gateway', async () => {
    const { limiter, slept } = clock()
    for (let i = 0; i < 40; i++) await limiter.take('1/eu', ['apigateway'])
    expect(slept).toEqual([])
    await limiter.take('1/eu', ['apigateway'])
    await limiter.take('1/eu', ['apigateway'])
    expect(slept).toEqual([100, 200])
  })

  test('refills with time, up to the burst', async () => {
    const { limiter, slept, advance } = clock()
    for (let i = 0; i < 40; i++) await limiter.take('1/eu', ['apigateway'])
    advance(1000)
    for (let i = 0; i < 10; i++) await limiter.take('1/eu', ['apigateway'])
    expect(slept).toEqual([])
    await limiter.take('1/eu', ['apigateway'])
    expect(slept).toEqual([100])
  })

  test('counts each account and region for itself', async () => {
    const { limiter, slept } = clock()
    for (let i = 0; i < 40; i++) await limiter.take('1/eu', ['apigateway'])
    await limiter.take('2/eu', ['apigateway'])
    expect(slept).toEqual([])
  })

  test('GetResources draws from its own bucket too', async () => {
    expect(bucketsOf('apigateway', 'GetResources')).toEqual(['apigateway', 'GetResources'])
    expect(bucketsOf('ec2', 'DescribeVpcs')).toEqual(['ec2'])
    expect(bucketsOf('wafv2', 'GetWebACL')).toEqual(['other'])
    const { limiter, slept } = clock()
    for (let i = 0; i < 6; i++) await limiter.take('1/eu', bucketsOf('apigateway', 'GetResources'))
    expect(slept).toEqual([400])
  })
})
