import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'

export const otherApi = defineCheck(
  'integration.other-api',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
  {
    'not-modelled': '{api} is no REST API: what it does with the call to {host} is not modelled here.',
  },
)

/** HTTP and WebSocket APIs are named only. */
export const otherApiCheck = (doc: TopologyDocument, id: string, host: string): Finding =>
  otherApi.unknown(
    'not-modelled',
    [{ resource: id, path: '', why: 'notModelled', ask: `What does ${id} answer to the call?` }],
    [{ kind: 'response' }],
    {
      fact: 'not modelled',
      fill: { api: link(doc, id), host },
    },
  )
