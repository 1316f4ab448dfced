import { executionLog, getInnerMethod } from '../commands/aws'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const innerApiKeyMissing = defineCause('inner-api-key-missing', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  says: {
    passed:
      'The call carries a key for the outer API, which is not handed on: the method of the inner API may need one as well.',
    maybe: 'The method of the inner API may need a key that the outer API does not send.',
  },
  checks: [{ check: 'api-key.valid', side: 'behind' }],
  fits(seen, verdict) {
    const forbidden = /forbidden/i.test(seen.answer?.body ?? '')
    if (!(is(seen, 'masked') || (seen.inner && is(seen, 'forbidden'))) || !forbidden) return undefined
    const sent = seen.request.headers?.some((h) => /^x-api-key$/i.test(h.name)) === true
    const told = /api[- ]?key|usage plan/i.test(seen.told)
    const uri = seen.request.integrationUri ?? seen.aws.integrationUri ?? ''
    const staged = /^https?:\/\/[^/]+\/[^/]+\/./.test(uri)
    const mapped =
      /x-api-key/i.test(JSON.stringify(seen.aws.requestParameters ?? {})) ||
      /Endpoint request headers:.*x-api-key/i.test(seen.words)
    if (mapped) return verdict.possible(20, 'maybe')
    if (told || (staged && seen.inner && !is(seen, 'masked'))) return verdict.likely(90, sent ? 'passed' : 'maybe')
    return verdict.possible(sent ? 50 : 30, sent ? 'passed' : 'maybe')
  },
  tellApart: (seen) => ({
    command: `${executionLog(seen)}\n${getInnerMethod(seen)}`,
    ifSo: '"Endpoint request headers" has no x-api-key, and "apiKeyRequired" of the inner method is true.',
    ifNot: 'A key is sent, or none is needed.',
  }),
})
