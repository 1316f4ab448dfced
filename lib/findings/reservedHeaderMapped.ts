import { link } from '@/lib/trace/check'
import { mappedHeadersCheck } from '@/lib/trace/integration/mappedHeaders'
import { inBoth } from './example'
import { ways } from './facts/ways'
import { defineRule } from './rule'

const mapped = (header: string) => ({
  template: 'private-api',
  patch: inBoth('private', ['resources', '8hwj4v', 'methods', 'GET', 'integration', 'requestParameters'], {
    [`integration.request.header.${header}`]: "'1'",
  }),
})

export const reservedHeaderMapped = defineRule(
  {
    id: 'reserved-header-mapped',
    title: 'A mapped header that API Gateway keeps for itself',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html',
    says: {
      reserved:
        '{route} of {api} maps a header that API Gateway keeps for itself, one of {names}: every call fails with 500. Remove the mapping.',
    },
    bad: { reserved: mapped('Content-Length') },
    good: mapped('x-length'),
  },
  function* (doc, found) {
    for (const { id, call, route, integration, methodAt } of ways(doc)) {
      if (mappedHeadersCheck(doc, call, integration, methodAt).reason !== 'reserved') continue
      const path = `${methodAt}/integration/requestParameters`
      const prefix = 'integration.request.header.'
      const keys = Object.keys(integration.requestParameters ?? {}).filter((key) => key.startsWith(prefix))
      const names = keys.map((key) => key.slice(prefix.length)).join(', ')
      yield found('reserved', { resource: id, path, fill: { route, api: link(doc, id, path), names } })
    }
  },
)
