import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { broken, refused, status, timeout } from '../outcome'

export const port = defineCheck(
  'endpoint.port',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
  {
    https: '{endpoint} takes the call on port 443.',
    'other-port': '{endpoint} serves HTTPS on port 443 only, and the call comes to port {port}.',
    'plain-http': 'The call speaks plain HTTP to port 443 of {endpoint}, which expects TLS. Use https.',
  },
)

/** An API has no plain HTTP; how an open port 80 of an endpoint answers no AWS page says. */
export function portCheck(doc: TopologyDocument, id: string, at: number, scheme: 'http' | 'https'): Finding {
  const fill = { endpoint: link(doc, id), port: String(at) }
  if (at !== 443) return port.fail('other-port', [timeout, refused], { fact: `port ${at}`, fill })
  if (scheme === 'http') return port.fail('plain-http', [broken, status(400)], { fact: 'plain HTTP', fill })
  return port.pass('https', { fact: '443 TLS', fill })
}
