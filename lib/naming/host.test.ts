import { describe, expect, test } from 'vitest'
import { hostParts, nameOf } from './host'
import { applicationLoadBalancerHost, networkLoadBalancerHost } from './loadBalancer'

const nlb = 'web-app-fargate-nlb-internal-a91fd47048eb1ef0'

describe('hosts', () => {
  test('port, capitals and a trailing dot are taken off and noted', () => {
    expect(hostParts('A.example.com.:8443')).toEqual({ name: 'a.example.com', port: 8443, plain: false })
    expect(hostParts('a.example.com')).toEqual({ name: 'a.example.com', plain: true })
    expect(hostParts('a.example.com:443')).toEqual({ name: 'a.example.com', port: 443, plain: false })
  })

  test('an id that nobody knows yet keeps its spelling', () => {
    expect(nameOf('unknown-id-of-myApi.execute-api.us-east-1.amazonaws.com')).toMatchObject({
      form: 'api',
      api: 'unknown-id-of-myApi',
    })
    expect(nameOf('abc-unknown-id-of-vpce.execute-api.us-east-1.amazonaws.com')).toMatchObject({
      form: 'alias',
      api: 'abc',
      vpcEndpoint: 'unknown-id-of-vpce',
    })
  })

  test.each([
    [`${nlb}.elb.cn-northwest-1.amazonaws.com.cn`, { type: 'network', label: nlb, region: 'cn-northwest-1' }],
    [
      `cn-northwest-1a.${nlb}.elb.cn-northwest-1.amazonaws.com.cn`,
      { type: 'network', label: nlb, zone: 'cn-northwest-1a' },
    ],
    [
      'internal-web-app-alb-123456789.us-east-1.elb.amazonaws.com',
      { type: 'application', label: 'web-app-alb-123456789', internal: true, region: 'us-east-1', suffixFits: true },
    ],
    [`${nlb}.elb.cn-northwest-1.amazonaws.com`, { type: 'network', suffixFits: false }],
  ])('%s is a load balancer', (host, expected) => {
    expect(nameOf(host)).toMatchObject({ of: 'load-balancer', ...expected })
  })

  test('names of load balancers are built as AWS builds them', () => {
    const name = 'web-app-fargate-nlb-internal'
    expect(networkLoadBalancerHost(name, 'a91fd47048eb1ef0', 'cn-northwest-1')).toBe(
      `${nlb}.elb.cn-northwest-1.amazonaws.com.cn`,
    )
    expect(networkLoadBalancerHost(name, 'a91fd47048eb1ef0', 'us-gov-west-1', 'us-gov-west-1a')).toBe(
      `us-gov-west-1a.${nlb}.elb.us-gov-west-1.amazonaws.com`,
    )
    expect(applicationLoadBalancerHost('web', '77', 'eu-west-1')).toBe('internal-web-77.eu-west-1.elb.amazonaws.com')
  })

  test('addresses and other names', () => {
    expect(nameOf('10.0.11.153')).toEqual({ of: 'address', address: '10.0.11.153' })
    expect(nameOf('Private.example.com')).toEqual({ of: 'other', name: 'private.example.com' })
    expect(nameOf('3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn:443')).toMatchObject({
      of: 'execute-api',
      form: 'api',
    })
    expect(nameOf('a.b.elb.us-east-1.c.amazonaws.com')).toMatchObject({ of: 'other' })
  })
})
