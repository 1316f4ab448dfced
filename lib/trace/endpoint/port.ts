import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { refused, timeout } from '../outcome'

export const port = defineCheck(
  'endpoint.port',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
  {
    https: '{endpoint} takes the call on port 443.',
    'other-port': '{endpoint} serves HTTPS on port 443 only, and the call comes to port {port}.',
  },
)

/** An API has no plain HTTP; how an open port 80 of an endpoint answers no AWS page says. */
export function portCheck(doc: TopologyDocument, id: string, at: number): Finding {
  const fill = { endpoint: link(doc, id), port: String(at) }
  if (at !== 443) return port.fail('other-port', [timeout, refused], { fact: `port ${at}`, fill })
  return port.pass('https', { fact: 'port 443', fill })
}
