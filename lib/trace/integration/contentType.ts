import type { Integration, TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { shaped } from '../method/gatewayResponse'
import { unsupportedMediaType } from '../outcome'
import type { ApiCall } from '../walk/next'

export const contentType = defineCheck(
  'integration.content-type',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html',
  {
    passes: 'A body of type {type} goes through the integration of {api}.',
    refused:
      'The integration of {api} has no template for {type}, and its passthrough behaviour is {behaviour}: such a body is refused. Send another content type, or add a template.',
  },
)

/** Proxies hand every body on. */
export function contentTypeCheck(doc: TopologyDocument, call: ApiCall, integration: Integration, at: string): Finding {
  const sent = call.conn.headers
    .find((h) => h.name.toLowerCase() === 'content-type')
    ?.value.split(';')[0]
    ?.trim()
  const type = sent ?? 'application/json'
  const templates = Object.keys(integration.requestTemplates ?? {})
  const behaviour = integration.passthroughBehavior ?? 'WHEN_NO_MATCH'
  const fill = { api: link(doc, call.id), type, behaviour }
  const mapped = integration.type === 'HTTP' || integration.type === 'AWS'
  const closed = behaviour === 'NEVER' || (behaviour === 'WHEN_NO_TEMPLATES' && templates.length > 0)
  if (!mapped || !closed || templates.includes(type)) return contentType.pass('passes', { fact: type, fill })
  return contentType.fail('refused', shaped(call.api, 'UNSUPPORTED_MEDIA_TYPE', unsupportedMediaType), {
    fact: 'media type',
    fill,
    evidence: [{ resource: call.id, path: `${at}/integration/requestTemplates`, value: integration.requestTemplates }],
  })
}
