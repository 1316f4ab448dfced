import { isExecuteApiService } from '@/lib/naming/serviceName'
import { vpcEndpoints } from '@/lib/network/perDocument'
import { completeFor } from '@/lib/topology/read'
import { link } from '@/lib/trace/check'
import { endpoint, innerApi, put, remove } from './example'
import { meantApis } from './facts/snapshots'
import { anyUnread } from './facts/unread'
import { defineRule } from './rule'

const unlisted = [
  put([innerApi, 'endpointConfiguration'], { type: 'PRIVATE' }),
  put([innerApi, 'deployments', 'p1d001', 'api', 'endpointConfiguration'], { type: 'PRIVATE' }),
]

export const unreachableApi = defineRule(
  {
    id: 'unreachable-api',
    title: 'A private API that no endpoint leads to',
    severity: 'medium',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
    says: {
      'no-endpoint':
        '{api} is private, and no VPC here has an endpoint for execute-api in {region}: nobody of this topology can call it. Make an endpoint where its callers are.',
    },
    bad: { 'no-endpoint': { template: 'private-api', patch: [...unlisted, remove(endpoint)] } },
    good: { template: 'private-api', patch: unlisted },
  },
  function* (doc, found) {
    if (anyUnread(doc, 'vpcEndpoint', '/serviceName')) return
    for (const { id, api, restApi } of meantApis(doc)) {
      const { region = '' } = restApi
      if (api.endpointConfiguration.type !== 'PRIVATE' || region === '') continue
      const there = vpcEndpoints(doc).some(([, e]) => isExecuteApiService(e.serviceName, region))
      if (there || !completeFor(doc, 'vpcEndpoint', { region }).known) continue
      yield found('no-endpoint', { resource: id, path: '/endpointConfiguration', fill: { api: link(doc, id), region } })
    }
  },
)
