import { headerValue } from '@/lib/invocation/headers'
import { getMethod } from '../commands/aws'
import { accessField } from '../read/accessLog'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const apiKeyMissing = defineCause('api-key-missing', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-setup-api-key-with-console.html',
  says: {
    log: 'The method needs an API key, and this one is missing, unknown, or in no usage plan for the stage: the log says so.',
    sent: 'The method needs an API key, and the one that was sent may be unknown, disabled, or in no usage plan for this stage.',
    none: 'The method may need an API key; the call sends no x-api-key.',
    method: 'The method needs an API key, as get-method says, and the call sends no x-api-key.',
  },
  checks: [{ check: 'api-key.valid', side: 'front' }],
  fits(seen, verdict) {
    if (!is(seen, 'forbidden', 'refused-somehow') || seen.inner) return undefined
    const entry = seen.access ?? {}
    const type = accessField(entry, 'responsetype', 'errorresponsetype', 'errortype', 'gatewayresponsetype')
    if (/API Key .{0,200}not authorized/.test(seen.words) || type === 'INVALID_API_KEY')
      return verdict.certain(95, 'log')
    const sent = headerValue(seen.request.headers ?? [], 'x-api-key') !== undefined
    if (seen.aws.apiKeyRequired === false) return verdict.not('The method needs no API key: get-method says so.')
    if (seen.aws.apiKeyRequired) return sent ? verdict.likely(90, 'sent') : verdict.certain(90, 'method')
    if (sent) return verdict.likely(88, 'sent')
    return /api[- ]?key|usage plan/i.test(seen.told) ? verdict.likely(90, 'none') : verdict.possible(50, 'none')
  },
  tellApart: (seen) => ({
    command: getMethod(seen),
    ifSo: '"apiKeyRequired" is true.',
    ifNot: '"apiKeyRequired" is false.',
  }),
})
