import type { Integration, TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import type { ApiCall } from '../walk/next'

export const target = defineCheck(
  'integration.target',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-integration-types.html',
  {
    link: '{api} hands the call to {to} with Host {host} and path {path}.',
    internet: '{api} calls {host}{path} over the internet.',
    'not-modelled': 'What {api} does with a call of type {type} is not modelled here.',
    'no-link': 'The integration of {api} goes over a VPC link that is not in this topology.',
  },
)

export function targetCheck(
  doc: TopologyDocument,
  call: ApiCall,
  integration: Integration,
  host: string,
  path: string,
): Finding {
  const { connection } = integration
  const fill = {
    api: link(doc, call.id),
    to: connection === undefined ? '' : link(doc, connection),
    host,
    path: path || '/',
    type: integration.type,
  }
  if (integration.connectionType !== 'VPC_LINK')
    return target.pass('internet', { fact: `${call.conn.method} → internet`, fill })
  return target.pass('link', { fact: `${call.conn.method} → link`, fill })
}

/** Where it goes is not known: the way ends here. */
export function targetUnknown(doc: TopologyDocument, call: ApiCall, integration: Integration): Finding {
  const fill = { api: link(doc, call.id), type: integration.type }
  const reason = integration.connectionType === 'VPC_LINK' ? 'no-link' : 'not-modelled'
  const gap = {
    resource: call.id,
    path: call.snapshot,
    why: 'notModelled' as const,
    ask: `What does the integration of ${call.id} call?`,
  }
  return target.unknown(reason, [gap], [{ kind: 'response' }], { fact: 'not modelled', fill })
}
