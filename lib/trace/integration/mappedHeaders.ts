import type { Integration, TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { shaped } from '../method/gatewayResponse'
import { internalServerError } from '../outcome'
import type { ApiCall } from '../walk/next'

export const mappedHeaders = defineCheck(
  'integration.mapped-headers',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html',
  {
    allowed: 'The integration of {api} maps no header that API Gateway keeps for itself.',
    reserved:
      'The integration of {api} maps the header {name}, which API Gateway keeps for itself: the call fails. Remove the mapping.',
  },
)

const always = ['content-length', 'transfer-encoding', 'x-amzn-trace-id', 'x-amzn-apigateway-api-id']
const lambdaToo = ['authorization', 'connection', 'expect', 'proxy-authenticate', 'te']

/** Headers that may not be mapped fail the call at run time. */
export function mappedHeadersCheck(
  doc: TopologyDocument,
  call: ApiCall,
  integration: Integration,
  at: string,
): Finding {
  const reserved = integration.type.startsWith('AWS') ? [...always, ...lambdaToo] : always
  const prefix = 'integration.request.header.'
  const mapped = Object.keys(integration.requestParameters ?? {}).flatMap((key) =>
    key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
  )
  const name = mapped.find((header) => reserved.includes(header.toLowerCase()))
  const fill = { api: link(doc, call.id), name: name ?? '' }
  if (name === undefined) return mappedHeaders.pass('allowed', { fact: 'headers', fill })
  return mappedHeaders.fail('reserved', shaped(call.api, 'API_CONFIGURATION_ERROR', internalServerError), {
    fact: 'reserved header',
    fill,
    evidence: [
      { resource: call.id, path: `${at}/integration/requestParameters`, value: integration.requestParameters },
    ],
  })
}
