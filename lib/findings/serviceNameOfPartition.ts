import { executeApiServiceName, isExecuteApiService } from '@/lib/naming/serviceName'
import { holes } from '@/lib/network/holes'
import { vpcEndpoints } from '@/lib/network/perDocument'
import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { endpoint, put } from './example'
import { defineRule } from './rule'

const named = (name: string) => ({ template: 'private-api', patch: [put([endpoint, 'serviceName'], name)] })

export const serviceNameOfPartition = defineRule(
  {
    id: 'service-name-of-partition',
    title: 'A service name of another partition',
    severity: 'medium',
    docs: 'https://docs.amazonaws.cn/en_us/vpc/latest/privatelink/aws-services-privatelink-support.html',
    says: {
      other:
        '{endpoint} is for {name}, and in {region} API Gateway is listed as {listed}: an endpoint for the other name cannot be made. Use the listed one.',
    },
    bad: { other: named('com.amazonaws.cn-northwest-1.execute-api') },
    good: named('cn.com.amazonaws.cn-northwest-1.execute-api'),
  },
  function* (doc, found) {
    for (const [id, { serviceName: name, region = '' }] of vpcEndpoints(doc)) {
      const listed = executeApiServiceName(region)
      if (!isExecuteApiService(name, region) || name === listed || holes(doc, id, '/serviceName').length > 0) continue
      const patch = [{ op: 'replace' as const, path: pointer(['resources', id, 'serviceName']), value: listed }]
      const fill = { endpoint: link(doc, id, '/serviceName'), name, region, listed }
      yield found('other', { resource: id, path: '/serviceName', fill, fix: { label: `Use ${listed}`, patch } })
    }
  },
)
