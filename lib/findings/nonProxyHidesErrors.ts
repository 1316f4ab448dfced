import { holes } from '@/lib/network/holes'
import { link } from '@/lib/trace/check'
import { behind } from '@/lib/trace/integration/response'
import { forbidden } from '@/lib/trace/outcome'
import { inBoth } from './example'
import { ways } from './facts/ways'
import { defineRule } from './rule'

const responses = { '200': {}, '403': { selectionPattern: '4\\d{2}' }, '502': { selectionPattern: '5\\d{2}' } }
const node = ['resources', 'p1pgnp', 'methods', 'GET']
const other = inBoth('private', ['resources', 'p1vpnp', 'methods'], {})

/** A custom integration answers by its integration responses; the default one takes whatever fits no pattern. */
export const nonProxyHidesErrors = defineRule(
  {
    id: 'non-proxy-hides-errors',
    title: 'A refusal that comes out as 200',
    severity: 'medium',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-integration-settings-integration-response.html',
    says: {
      hides:
        '{route} of {api} has one integration response for everything: a 403 or 500 of its backend reaches the caller as {status}. Add responses with patterns such as 4\\d{2} and 5\\d{2}, or use a proxy integration.',
    },
    bad: { hides: { template: 'private-api', patch: other } },
    good: {
      template: 'private-api',
      patch: [
        ...other,
        ...inBoth('private', [...node, 'methodResponses'], { '200': {}, '403': {}, '502': {} }),
        ...inBoth('private', [...node, 'integration', 'integrationResponses'], responses),
      ],
    },
  },
  function* (doc, found) {
    for (const { id, route, api, method, integration, vpcLink, readAt, methodAt } of ways(doc)) {
      const unread = holes(doc, id, `${readAt}/integration/integrationResponses`).length > 0
      if (integration.type !== 'HTTP' || unread) continue
      const [seen, ...more] = behind(api, method, integration, vpcLink?.version)(forbidden)
      const status = seen?.status
      if (more.length > 0 || status === undefined || status >= 400) continue
      const path = `${methodAt}/integration/integrationResponses`
      yield found('hides', { resource: id, path, fill: { route, api: link(doc, id, path), status: String(status) } })
    }
  },
)
