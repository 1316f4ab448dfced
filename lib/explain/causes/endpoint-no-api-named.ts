import { again } from '../commands/again'
import { getIntegration } from '../commands/aws'
import { isOwnName, namesApi } from '../seen/questions'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const endpointNoApiNamed = defineCause('endpoint-no-api-named', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html',
  says: {
    none: 'Neither Host, {host}, nor x-apigw-api-id names an API, so the endpoint does not know which one is meant.',
    inner:
      'The call that the integration makes may name no API: its Host is the host of the uri, and x-apigw-api-id is sent only where it is mapped.',
    maybe:
      'If the call went to a name of an endpoint or of a load balancer: neither Host nor x-apigw-api-id may name an API.',
  },
  checks: [{ check: 'api-selection.api', reasons: ['names-none', 'no-host'] }],
  fits(seen, verdict) {
    if (is(seen, 'masked') || (is(seen, 'forbidden') && seen.inner))
      return innerFit(seen) ? verdict.possible(40, 'inner') : undefined
    if (!is(seen, 'forbidden', 'refused-somehow') || seen.apiHeader !== undefined) return undefined
    const { host, to } = seen
    if (!host) return verdict.possible(60, 'maybe')
    if (namesApi(host) || (isOwnName(host) && to?.name.of !== 'load-balancer' && seen.request.hostHeader === undefined))
      return undefined
    const wrong = host.name.of === 'execute-api' && !host.name.suffixFits
    const named = host.name.of === 'execute-api' && host.name.form === 'endpoint'
    if (!wrong && (named || host.name.of === 'load-balancer')) return verdict.certain(90, 'none', { host: host.host })
    return verdict.likely(80, 'none', { host: host.host })
  },
  tellApart(seen) {
    if (seen.inner || is(seen, 'masked'))
      return {
        command: getIntegration(seen),
        ifSo: '"uri" is not the name of the inner API, and "integration.request.header.x-apigw-api-id" is not mapped.',
        ifNot: '"uri" begins with the name of the inner API.',
      }
    const api = seen.request.api ?? idIn(seen) ?? 'API_ID'
    return {
      command: again(seen, { host: null, header: { name: 'x-apigw-api-id', value: api } }),
      ifSo: 'The answer is no longer {"message":"Forbidden"}.',
      ifNot: '{"message":"Forbidden"}, as before.',
    }
  },
})

/** Of an inner refusal only Forbidden can mean that no API was named. */
const innerFit = (seen: Seen): boolean => /forbidden/i.test(seen.answer?.body ?? '')

const idIn = (seen: Seen): string | undefined => {
  const name = seen.host?.name
  return name?.of === 'execute-api' && name.form === 'api' ? name.api : undefined
}
