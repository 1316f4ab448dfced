import type { Missing } from '@/lib/known/known'
import type { Api, TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { forbidden, handshakeFails, status } from '../outcome'
import type { Connection } from '../walk/next'

export const strict = defineCheck(
  'api-selection.strict',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html',
  {
    basic: '{api} does not compare the server name with Host.',
    'not-visible': 'Whether {api} is in strict mode is not known.',
    alias: '{api} is in strict mode. Whether it then serves its alias is not documented.',
    same: '{api} is in strict mode, and server name and Host are the same.',
    differs:
      '{api} is in strict mode: the server name {sni} is not its Host {host}. Call by private DNS, or set the endpoint access mode to BASIC.',
  },
)

/** In strict mode the server name must equal Host and be a name of the API (`own`); AWS does not say which refusal the caller sees. */
export function strictCheck(
  doc: TopologyDocument,
  id: string,
  api: Api,
  conn: Connection,
  own: 'alias' | 'name' | undefined,
  gaps: Missing[],
): Finding {
  const { sni, host } = conn
  const fill = { api: link(doc, id, '/endpointAccessMode'), sni: sni ?? 'none', host: host ?? 'none' }
  const parts = {
    fill,
    resource: id,
    evidence: [{ resource: id, path: '/endpointAccessMode', value: api.endpointAccessMode }],
  }
  const refusal = [forbidden, status(403), handshakeFails]
  const same = own === 'name' && sni !== undefined && sni.toLowerCase() === host?.toLowerCase()
  if (gaps.length > 0 && !same)
    return strict.unknown('not-visible', gaps, refusal, { ...parts, fact: 'mode not known' })
  if (api.endpointAccessMode !== 'STRICT') return strict.pass('basic', { ...parts, fact: 'basic' })
  if (own === 'alias') {
    const ask = 'Does strict mode let the alias of an endpoint pass?'
    const gap = { resource: id, path: '/endpointAccessMode', why: 'notModelled' as const, ask }
    return strict.unknown('alias', [gap], refusal, { ...parts, fact: 'strict' })
  }
  if (same) return strict.pass('same', { ...parts, fact: 'strict' })
  return strict.fail('differs', refusal, { ...parts, fact: 'strict' })
}
