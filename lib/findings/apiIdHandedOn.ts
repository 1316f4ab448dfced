import { nameOf } from '@/lib/naming/host'
import { holes } from '@/lib/network/holes'
import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { inBoth } from './example'
import { endpointsOf, ways } from './facts/ways'
import { defineRule } from './rule'

const header = 'x-apigw-api-id'
const at = (resource: string) => ['resources', resource, 'methods', 'GET', 'integration', 'requestParameters']
const named = { [`integration.request.header.${header}`]: "'3i95y1yx06'" }
const first = inBoth('outer', at('p2tfap'), named)

/** A proxy hands the headers of its caller on; whether this one too, and what then wins, no page says. */
export const apiIdHandedOn = defineRule(
  {
    id: 'api-id-handed-on',
    title: 'The API id of a caller that may reach the inner API',
    severity: 'low',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html',
    says: {
      carried:
        '{route} of {api} is a proxy in front of {endpoint}, where another API is chosen: a caller who names {api} by x-apigw-api-id may hand that header on, and which API then answers is not documented. Map the header to the id of the inner API.',
    },
    bad: { carried: { template: 'two-api-chain', patch: first } },
    good: { template: 'two-api-chain', patch: [...first, ...inBoth('outer', at('p2vpcp'), named)] },
  },
  function* (doc, found) {
    for (const way of ways(doc)) {
      const { id, route, api, integration, methodAt, uri } = way
      if (integration.type !== 'HTTP_PROXY' || api.endpointConfiguration.type !== 'PRIVATE') continue
      if (holes(doc, id, `${way.readAt}/integration/requestParameters`).length > 0) continue
      const mapped = Object.keys(integration.requestParameters ?? {}).map((key) => key.toLowerCase())
      if (mapped.includes(`integration.request.header.${header}`)) continue
      for (const endpoint of endpointsOf(way)) {
        const path = `${methodAt}/integration/requestParameters`
        const fill = { route, api: link(doc, id, `${methodAt}/integration`), endpoint: link(doc, endpoint) }
        const name = uri && nameOf(uri.host)
        const inner = name?.of === 'execute-api' && name.form === 'api' ? name.api : undefined
        const fixable = inner !== undefined && !path.startsWith('/deployments/')
        const value = { ...integration.requestParameters, [`integration.request.header.${header}`]: `'${inner}'` }
        const patch = [{ op: 'add' as const, path: `${pointer(['resources', id])}${path}`, value }]
        const fix = fixable ? { fix: { label: `Map ${header} to ${inner}, then deploy the API`, patch } } : {}
        yield found('carried', { resource: id, path, fill, ...fix })
      }
    }
  },
)
