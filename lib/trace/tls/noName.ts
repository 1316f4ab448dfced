import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { forbidden, handshakeFails } from '../outcome'

export const noName = defineCheck(
  'tls.no-name',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html',
  {
    'no-server-name':
      'The URL holds an address, so the caller indicates no server name. How {server} answers such a handshake is not documented. Call by name, with --resolve if need be.',
  },
)

/** Without a server name (SNI) no page says what API Gateway does. */
export const noNameCheck = (doc: TopologyDocument, server: string): Finding =>
  noName.unknown(
    'no-server-name',
    [
      {
        resource: server,
        path: '',
        why: 'notModelled',
        ask: `Does ${server} answer a handshake without a server name?`,
      },
    ],
    [handshakeFails, forbidden],
    { fact: 'no SNI', fill: { server: link(doc, server) } },
  )
