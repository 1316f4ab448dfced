import { getRestApi } from '../commands/aws'
import { isDefaultName, isOwnName, suffixWrong } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const defaultEndpointDisabled = defineCause('default-endpoint-disabled', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
  says: {
    shown:
      'The default endpoint of the API is off ("disableExecuteApiEndpoint": true), and the call uses its default name.',
    domain: 'The API answers by its custom domain {domain} and not by its default name: its default endpoint is off.',
    maybe: 'The default endpoint of the API may be off; then only its custom domain answers.',
  },
  checks: [{ check: 'api-selection.default-endpoint' }],
  fits(seen, verdict) {
    if (!is(seen, 'forbidden', 'refused-somehow', 'not-found') || seen.inner) return undefined
    if (seen.host && (!isDefaultName(seen.host) || suffixWrong(seen.host)) && seen.apiHeader === undefined)
      return undefined
    if (is(seen, 'not-found') && seen.aws.disableExecuteApiEndpoint !== true) return undefined
    if (seen.aws.disableExecuteApiEndpoint === false)
      return verdict.not('The default endpoint is on: get-rest-api says so.')
    if (seen.aws.disableExecuteApiEndpoint) return verdict.certain(94, 'shown')
    const domain = seen.others.find((o) => isOwnName(o.host) && o.runs.good > 0)
    if (domain) return verdict.likely(94, 'domain', { domain: domain.host?.host ?? '' })
    return /custom domain[^\n]{0,60}(?:works|answers|200|fine)|disable[^\n]{0,20}(?:default|execute)/i.test(seen.told)
      ? verdict.likely(93, 'maybe')
      : verdict.possible(25, 'maybe')
  },
  tellApart: (seen) => ({
    command: getRestApi(seen),
    ifSo: '"disableExecuteApiEndpoint" is true.',
    ifNot: '"disableExecuteApiEndpoint" is false.',
  }),
})
