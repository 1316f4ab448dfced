import { isExecuteApiService } from '@/lib/naming/serviceName'
import type { TopologyDocument } from '@/lib/topology/document'
import { readField } from '@/lib/topology/read'
import { defineCheck, type Finding, link } from '../check'
import { broken, timeout } from '../outcome'

export const service = defineCheck(
  'endpoint.service',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
  {
    'execute-api': '{endpoint} is an endpoint for API Gateway.',
    other:
      '{endpoint} is an endpoint for {service}, which carries no calls to APIs. Use an endpoint for execute-api of the same region.',
    'not-visible': 'For which service {endpoint} stands is not known.',
  },
)

export function serviceCheck(doc: TopologyDocument, id: string, region: string): Finding {
  const read = readField(doc, id, 'vpcEndpoint', 'serviceName')
  const fill = { endpoint: link(doc, id, '/serviceName') }
  if (!read.known) return service.unknown('not-visible', read.missing, [timeout], { fact: 'service not known', fill })
  const parts = { fact: 'execute-api', fill: { ...fill, service: read.value }, evidence: read.evidence }
  if (isExecuteApiService(read.value, region)) return service.pass('execute-api', parts)
  return service.fail('other', [broken, timeout], { ...parts, fact: 'other service' })
}
