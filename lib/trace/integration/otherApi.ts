import type { Missing } from '@/lib/known/known'
import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import type { Outcome } from '../trace'

export const otherApi = defineCheck(
  'integration.other-api',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
  {
    'not-modelled': '{api} is no REST API: what it does with the call to {host} is not modelled here.',
  },
)

/** No route fits: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html */
const notFound: Outcome = { kind: 'response', status: 404, body: '{"message":"Not Found"}' }

/** HTTP and WebSocket APIs are named only. */
export const otherApiCheck = (doc: TopologyDocument, id: string, host: string, unread: Missing[] = []): Finding =>
  otherApi.unknown(
    'not-modelled',
    [...unread, { resource: id, path: '', why: 'notModelled', ask: `What does ${id} answer to the call?` }],
    [{ kind: 'response' }, notFound],
    {
      fact: 'not modelled',
      fill: { api: link(doc, id), host },
    },
  )
