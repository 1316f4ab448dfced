import type { Missing } from '@/lib/known/known'
import type { Integration, TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { internalServerError, networkError, timedOut } from '../outcome'
import type { ApiCall } from '../walk/next'

export const target = defineCheck(
  'integration.target',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-integration-types.html',
  {
    link: '{api} hands the call to {to} with Host {host} and path {path}.',
    internet: '{api} calls {host}{path} over the internet.',
    'not-modelled': 'What {api} does with a call of type {type} is not modelled here.',
    'no-link': 'The integration of {api} goes over a VPC link that is not in this topology.',
    'not-visible': 'What {api} calls is not known.',
    none: 'The method of {api} has no integration, so what it calls is not known. Give it one and deploy.',
    'no-such-link':
      'The integration of {api} goes over the VPC link {named}, and there is none of that id. Make one, or correct the id.',
  },
)

export function targetCheck(
  doc: TopologyDocument,
  call: ApiCall,
  integration: Integration,
  over: string | undefined,
  host: string,
  path: string,
): Finding {
  const fill = {
    api: link(doc, call.id),
    to: over === undefined ? '' : link(doc, over),
    host,
    path: path || '/',
    type: integration.type,
  }
  if (integration.connectionType !== 'VPC_LINK')
    return target.pass('internet', { fact: `${call.conn.method} → internet`, fill })
  return target.pass('link', { fact: `${call.conn.method} → link`, fill })
}

/** What the method calls nobody could read. */
export const integrationUnread = (doc: TopologyDocument, call: ApiCall, missing: Missing[]): Finding =>
  target.unknown('not-visible', missing, [internalServerError, { kind: 'response' }], {
    fact: 'not known',
    fill: { api: link(doc, call.id) },
  })

/** A method that calls nothing: a drawing under way; how a stage would answer no page says. */
export function noIntegration(doc: TopologyDocument, call: ApiCall): Finding {
  const gap = {
    resource: call.id,
    path: call.snapshot,
    why: 'notModelled' as const,
    ask: `Which integration does the method of ${call.id} have?`,
  }
  const outcomes = [internalServerError, { kind: 'response' as const }]
  return target.unknown('none', [gap], outcomes, { fact: 'no integration', fill: { api: link(doc, call.id) } })
}

/** A stage variable may name a link that does not exist; which 5xx the caller sees no page says. */
export function noLink(doc: TopologyDocument, call: ApiCall, named: string): Finding {
  const fill = { api: link(doc, call.id), named: named === '' ? 'that its stage variable does not name' : named }
  const parts = { fact: 'no such link', fill, evidence: [{ resource: call.id, path: call.snapshot, value: named }] }
  return target.fail('no-such-link', [internalServerError, networkError, timedOut], parts)
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
  return target.unknown(reason, [gap], [{ kind: 'response' }, internalServerError], { fact: 'not modelled', fill })
}
