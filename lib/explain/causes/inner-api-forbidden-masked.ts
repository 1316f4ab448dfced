import { executionLog } from '../commands/aws'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const innerApiForbiddenMasked = defineCause('inner-api-forbidden-masked', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-integration-settings.html',
  says: {
    masked:
      'Status {status} around a refusal: a non-proxy integration turns whatever the inner API answers into its default response, so the inner refusal came out as {status}.',
    log: 'The backend answered {inner}, and the non-proxy integration made {status} of it: the log says so.',
    shown:
      'The integration is of the type HTTP, not HTTP_PROXY: it makes its default response of whatever the inner API answers.',
  },
  checks: [
    { check: 'api-selection.api', side: 'behind' },
    { check: 'stage.exists', side: 'behind' },
    { check: 'api-key.valid', side: 'behind' },
    { check: 'resource-policy.api', side: 'behind' },
    { check: 'endpoint-policy.allows', side: 'behind' },
    { check: 'method.exists', side: 'behind' },
  ],
  ofAnswer: true,
  fits(seen, verdict) {
    if (!is(seen, 'masked')) return undefined
    const status = String(seen.answer?.status ?? 200)
    const inner = /Received response\. Status: ([45]\d\d)/.exec(seen.words)?.[1]
    if (inner !== undefined) return verdict.certain(95, 'log', { inner, status })
    if (seen.aws.integrationType === 'HTTP_PROXY')
      return verdict.not('The integration is a proxy: it hands on the status as it is.')
    return seen.aws.integrationType === 'HTTP' ? verdict.certain(90, 'shown') : verdict.likely(90, 'masked', { status })
  },
  tellApart: (seen) => ({
    command: executionLog(seen),
    ifSo: 'A line "Received response. Status: 403" stands before "Method completed with status: 200".',
    ifNot: 'The backend itself answered 200 with that text.',
  }),
})
