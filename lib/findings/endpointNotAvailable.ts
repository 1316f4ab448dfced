import { vpcEndpoints } from '@/lib/network/perDocument'
import { link } from '@/lib/trace/check'
import { serviceCheck } from '@/lib/trace/endpoint/service'
import { stateCheck } from '@/lib/trace/endpoint/state'
import { endpoint, put } from './example'
import { forwards } from './facts/forwards'
import { savedApis } from './facts/snapshots'
import { defineRule } from './rule'

export const endpointNotAvailable = defineRule(
  {
    id: 'endpoint-not-available',
    title: 'An endpoint that carries no calls',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    says: {
      state: '{endpoint} is {state}: only an endpoint that is available carries calls.',
      service:
        '{endpoint} is an endpoint for {service}, and {api} lists it: only one for execute-api of the same region leads to the API.',
      'service-behind': '{endpoint} is an endpoint for {service}, and {group} sends calls of APIs to it.',
    },
    bad: {
      state: { template: 'private-api', patch: [put([endpoint, 'state'], 'failed')] },
      service: {
        template: 'private-api',
        patch: [put([endpoint, 'serviceName'], 'cn.com.amazonaws.cn-northwest-1.ecs')],
      },
      'service-behind': {
        template: 'two-api-chain',
        patch: [
          put([endpoint, 'serviceName'], 'cn.com.amazonaws.cn-northwest-1.ecs'),
          put(['3i95y1yx06', 'endpointConfiguration'], { type: 'PRIVATE' }),
          put(['3i95y1yx06', 'deployments', 'p1d002', 'api', 'endpointConfiguration'], { type: 'PRIVATE' }),
        ],
      },
    },
    good: { template: 'private-api', patch: [] },
  },
  function* (doc, found) {
    for (const [id, { state, serviceName: service, region = '' }] of vpcEndpoints(doc)) {
      const stated = { endpoint: link(doc, id, '/state'), state }
      if (stateCheck(doc, id).verdict === 'fail') yield found('state', { resource: id, path: '/state', fill: stated })
      if (serviceCheck(doc, id, region).verdict !== 'fail') continue
      const fill = { endpoint: link(doc, id, '/serviceName'), service }
      const at = { resource: id, path: '/serviceName' }
      for (const { id: api, restApi } of savedApis(doc))
        if (restApi.endpointConfiguration.vpcEndpointIds?.includes(id))
          yield found('service', { ...at, fill: { ...fill, api: link(doc, api) } })
      for (const { endpoints, group } of forwards(doc))
        if (endpoints.includes(id)) yield found('service-behind', { ...at, fill: { ...fill, group: link(doc, group) } })
    }
  },
)
