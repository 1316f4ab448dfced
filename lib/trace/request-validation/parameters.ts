import { holes } from '@/lib/network/holes'
import type { Method, TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { shaped } from '../method/gatewayResponse'
import { badRequest, status } from '../outcome'
import type { ApiCall } from '../walk/next'

export const parameters = defineCheck(
  'request-validation.parameters',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html',
  {
    'not-visible': 'What {api} checks here is not known.',
    'not-checked': '{api} checks no parameters here.',
    complete: 'The call carries every parameter that {api} requires.',
    missing: '{api} requires {names} here, and the call does not carry it.',
  },
)

/** Required parameters that are absent or blank, named in the order in which the method declares them. */
export function parametersCheck(doc: TopologyDocument, call: ApiCall, method: Method, at: string): Finding {
  const validator = call.api.requestValidators?.[method.requestValidator ?? '']
  const fill = { api: link(doc, call.id), names: '' }
  const own = holes(doc, call.id, `${at}/requestValidator`)
  const gaps = [...own, ...holes(doc, call.id, `${call.snapshot}/requestValidators`, `${at}/requestParameters`)]
  if (own.length > 0 || (gaps.length > 0 && method.requestValidator !== undefined))
    return parameters.unknown('not-visible', gaps, [status(400)], { fact: 'not known', fill })
  if (!validator?.parameters) return parameters.pass('not-checked', { fact: 'not validated', fill })
  const absent = Object.entries(method.requestParameters ?? {})
    .filter(([source, required]) => required && !carries(call, source))
    .map(([source]) => source.split('.').slice(3).join('.'))
  if (absent.length === 0) return parameters.pass('complete', { fact: 'parameters', fill })
  const names = absent.join(', ')
  const outcome = badRequest(`Missing required request parameters: [${names}]`)
  return parameters.fail('missing', shaped(call.api, 'BAD_REQUEST_PARAMETERS', outcome), {
    fact: 'missing parameter',
    fill: { ...fill, names },
    evidence: [{ resource: call.id, path: `${at}/requestParameters`, value: method.requestParameters }],
  })
}

/** `method.request.header.X`, `.querystring.X`; a path variable is always there. */
function carries(call: ApiCall, source: string): boolean {
  const [, , place, ...rest] = source.split('.')
  const name = rest.join('.')
  if (place === 'header')
    return call.conn.headers.some((h) => h.name.toLowerCase() === name.toLowerCase() && h.value.trim() !== '')
  if (place !== 'querystring') return true
  return call.conn.query
    .replace(/^\?/, '')
    .split('&')
    .some((pair) => pair.split('=')[0] === name && pair.slice(name.length + 1).trim() !== '')
}
