import { partitionName } from '@/lib/naming/arns'
import { holes } from '@/lib/network/holes'
import { domainNames, restApis } from '@/lib/network/perDocument'
import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { put, regionalApi } from './example'
import { defineRule } from './rule'

/**
 * https://docs.amazonaws.cn/en_us/aws/latest/userguide/api-gateway.html,
 * https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-abp.html
 */
const withoutEdge = ['aws-cn', 'aws-us-gov']

const edge = { template: 'regional-api', patch: [put([regionalApi, 'endpointConfiguration', 'type'], 'EDGE')] }

export const edgeInPartition = defineRule(
  {
    id: 'edge-in-partition',
    title: 'Edge-optimised where there is no edge',
    severity: 'high',
    docs: 'https://docs.amazonaws.cn/en_us/aws/latest/userguide/api-gateway.html',
    says: {
      api: '{api} is edge-optimised, and {region} has no edge-optimised APIs: AWS refuses it. Make it regional.',
      domain:
        '{domain} is edge-optimised, and {region} has no edge-optimised domain names: AWS refuses it. Make it regional.',
    },
    bad: {
      api: edge,
      domain: {
        template: 'regional-api',
        patch: [
          put(['api.example.com'], {
            kind: 'domainName',
            region: 'cn-northwest-1',
            account: '111122223333',
            domainName: 'api.example.com',
            type: 'EDGE',
            basePathMappings: [],
          }),
        ],
      },
    },
    good: { ...edge, addOns: ['us-east-1'] },
  },
  function* (doc, found) {
    for (const [id, { region = '', endpointConfiguration }] of restApis(doc)) {
      const type = endpointConfiguration.type
      if (type !== 'EDGE' || !withoutEdge.includes(partitionName(region)) || holes(doc, id, path).length > 0) continue
      yield found('api', { resource: id, path, fill: { api: link(doc, id, path), region }, fix: regional(id, path) })
    }
    for (const [id, { region = '', type }] of domainNames(doc)) {
      if (type !== 'EDGE' || !withoutEdge.includes(partitionName(region)) || holes(doc, id, '/type').length > 0)
        continue
      const fill = { domain: link(doc, id, '/type'), region }
      yield found('domain', { resource: id, path: '/type', fill, fix: regional(id, '/type') })
    }
  },
)

const path = '/endpointConfiguration/type'

const regional = (id: string, at: string) => ({
  label: 'Make it regional',
  patch: [{ op: 'replace' as const, path: `${pointer(['resources', id])}${at}`, value: 'REGIONAL' }],
})
