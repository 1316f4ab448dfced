import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aliasHost, apiHost, endpointHost, parseExecuteApi, serviceHost } from './executeApi'
import { allRegions } from './partitions'

const cn = { region: 'cn-northwest-1', suffix: 'amazonaws.com.cn', suffixFits: true }
const vpce = 'vpce-0d4d61b31cecd49fc'

describe('names under execute-api', () => {
  test.each([
    ['3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn', { form: 'api', api: '3i95y1yx06', ...cn }],
    [
      `3i95y1yx06-${vpce}.execute-api.cn-northwest-1.amazonaws.com.cn`,
      { form: 'alias', api: '3i95y1yx06', vpcEndpoint: vpce, ...cn },
    ],
    [
      `${vpce}-rsnonbkv.execute-api.cn-northwest-1.vpce.amazonaws.com.cn`,
      { form: 'endpoint', vpcEndpoint: vpce, random: 'rsnonbkv', ...cn },
    ],
    [
      `${vpce}-rsnonbkv-cn-northwest-1a.execute-api.cn-northwest-1.vpce.amazonaws.com.cn`,
      { form: 'endpoint', vpcEndpoint: vpce, random: 'rsnonbkv', zone: 'cn-northwest-1a', ...cn },
    ],
    [`${vpce}.execute-api.cn-northwest-1.vpce.amazonaws.com.cn`, { form: 'endpoint', vpcEndpoint: vpce, ...cn }],
    [
      'd-abcdef1234.execute-api.cn-northwest-1.amazonaws.com.cn',
      { form: 'domain-target', target: 'd-abcdef1234', ...cn },
    ],
    ['execute-api.cn-northwest-1.amazonaws.com.cn', { form: 'service', ...cn }],
    [
      'g0v2b3c4d5.execute-api.us-gov-west-1.amazonaws.com',
      { form: 'api', api: 'g0v2b3c4d5', region: 'us-gov-west-1', suffix: 'amazonaws.com', suffixFits: true },
    ],
    [
      '3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com',
      { form: 'api', api: '3i95y1yx06', region: 'cn-northwest-1', suffix: 'amazonaws.com', suffixFits: false },
    ],
  ])('%s', (name, expected) => {
    expect(parseExecuteApi(name)).toEqual(expected)
  })

  test.each([
    'example.com',
    'a.b.execute-api.us-east-1.amazonaws.com',
    'abc.execute-api.nowhere.amazonaws.com',
    'abc.s3.us-east-1.amazonaws.com',
    'execute-api.us-east-1.vpce.amazonaws.com',
    'abc.execute-api.us-east-1.vpce.amazonaws.com',
    'abc.execute-api.us-east-1.api.aws',
  ])('%s is none of them', (name) => {
    expect(parseExecuteApi(name)).toBeUndefined()
  })

  test('what is built is read back, in every region', () => {
    const id = fc.stringMatching(/^[a-z0-9]{10}$/)
    const hex = fc.stringMatching(/^[0-9a-f]{17}$/).map((h) => `vpce-${h}`)
    const random = fc.stringMatching(/^[a-z0-9]{8}$/)
    fc.assert(
      fc.property(id, hex, random, fc.constantFrom(...allRegions), (api, endpoint, rand, region) => {
        expect(parseExecuteApi(serviceHost(region))).toMatchObject({ form: 'service', region, suffixFits: true })
        expect(parseExecuteApi(apiHost(api, region))).toMatchObject({ form: 'api', api, region, suffixFits: true })
        expect(parseExecuteApi(aliasHost(api, endpoint, region))).toMatchObject({
          form: 'alias',
          api,
          vpcEndpoint: endpoint,
          region,
        })
        expect(parseExecuteApi(endpointHost(endpoint, rand, region, `${region}b`))).toMatchObject({
          form: 'endpoint',
          vpcEndpoint: endpoint,
          random: rand,
          zone: `${region}b`,
          suffixFits: true,
        })
      }),
    )
  })
})
