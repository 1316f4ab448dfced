import { hostParts, nameOf } from '@/lib/naming/host'
import { domainNames } from '@/lib/network/perDocument'
import { apiNamed } from '@/lib/network/publicNames'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Connection, Entrance } from '../walk/next'

/**
 * Which API a request means. API Gateway goes by `x-apigw-api-id`, else by Host, never by the name that was connected
 * to (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html).
 */
export type Selected =
  | {
      by: 'host' | 'header' | 'alias' | 'domain'
      reason: 'selected' | 'jump'
      api?: string
      domain?: string
      apiId: string
    }
  | {
      reason: 'odd-host' | 'no-host' | 'other-endpoint' | 'not-associated' | 'two-ids'
      api?: string
      domain?: undefined
      apiId?: string
    }
  | { reason: 'both'; host: string; header: string }
  | { reason: 'names-none' | 'wrong-suffix' | 'other-region'; meant?: string }
  | { reason: 'no-such-api'; apiId: string }

type Named =
  | { kind: 'api'; apiId: string; form: 'host' | 'alias' }
  | { kind: 'domain'; id: string }
  | { kind: 'doubtful'; reason: 'odd-host' | 'no-host' | 'other-endpoint' | 'not-associated'; apiId?: string }
  | { kind: 'none'; reason: 'names-none' | 'wrong-suffix' | 'other-region'; apiId?: string }

export function selected(doc: TopologyDocument, conn: Connection, entrance: Entrance): Selected {
  const ids = [
    ...new Set(conn.headers.filter((h) => h.name.toLowerCase() === 'x-apigw-api-id').map((h) => h.value.trim())),
  ]
  const named = namedByHost(doc, conn, entrance)
  const [header, ...more] = ids
  if (more.length > 0) return { reason: 'two-ids' }
  if (header !== undefined) return byHeader(doc, header, named, entrance)
  const carried = conn.mayCarryApiId === undefined ? undefined : byHeader(doc, conn.mayCarryApiId, named, entrance)
  // Whether a proxy integration hands the caller's own id on no page says: where it would change the choice, either may be.
  if (carried?.reason === 'both') return carried
  switch (named.kind) {
    case 'domain':
      return { by: 'domain', reason: 'selected', domain: named.id, apiId: '' }
    case 'api': {
      const api = apiNamed(doc, named.apiId, entrance.region)?.[0]
      if (api === undefined) return { reason: 'no-such-api', apiId: named.apiId }
      return { by: named.form, reason: jumps(conn, named.apiId) ? 'jump' : 'selected', api, apiId: named.apiId }
    }
    case 'doubtful':
      return { reason: named.reason, ...of(doc, named.apiId, entrance) }
    case 'none': {
      const meant = of(doc, named.apiId, entrance).api
      return { reason: named.reason, ...(meant === undefined ? {} : { meant }) }
    }
  }
}

function byHeader(doc: TopologyDocument, header: string, named: Named, entrance: Entrance): Selected {
  const api = apiNamed(doc, header, entrance.region)?.[0]
  const other =
    named.kind === 'api' && named.apiId !== header ? apiNamed(doc, named.apiId, entrance.region)?.[0] : undefined
  // Only two that both lead somewhere are in doubt: a Host that names no API leaves the header to select.
  if (other !== undefined && api !== undefined) return { reason: 'both', host: other, header: api }
  if (named.kind === 'doubtful' && named.reason === 'no-host')
    return { reason: 'no-host', ...(api === undefined ? {} : { api, apiId: header }) }
  if (named.kind === 'domain') return { reason: 'two-ids', ...(api === undefined ? {} : { api, apiId: header }) }
  return api === undefined
    ? { reason: 'no-such-api', apiId: header }
    : { by: 'header', reason: 'selected', api, apiId: header }
}

function of(doc: TopologyDocument, apiId: string | undefined, entrance: Entrance): { api?: string; apiId?: string } {
  const api = apiId === undefined ? undefined : apiNamed(doc, apiId, entrance.region)?.[0]
  return { ...(api === undefined ? {} : { api }), ...(apiId === undefined ? {} : { apiId }) }
}

/** The URL names one API and Host another: the one in the URL is never passed. */
function jumps(conn: Connection, apiId: string): boolean {
  const url = conn.sni === undefined ? undefined : nameOf(conn.sni)
  return url?.of === 'execute-api' && url.form === 'api' && url.api !== apiId
}

function namedByHost(doc: TopologyDocument, conn: Connection, entrance: Entrance): Named {
  const { host } = conn
  if (host === undefined) {
    const url = nameOf(conn.sni ?? '')
    return {
      kind: 'doubtful',
      reason: 'no-host',
      ...(url.of === 'execute-api' && 'api' in url ? { apiId: url.api } : {}),
    }
  }
  const { name, plain: written } = hostParts(host)
  const plain = written && !conn.twoHosts
  const parsed = nameOf(name)
  const found = byName(doc, name, parsed, entrance)
  if (plain || found.kind === 'none') return found
  // No page says what a port, capitals or a trailing dot in Host do.
  return { kind: 'doubtful', reason: 'odd-host', ...(found.kind === 'api' ? { apiId: found.apiId } : {}) }
}

function byName(doc: TopologyDocument, name: string, parsed: ReturnType<typeof nameOf>, entrance: Entrance): Named {
  const domain = domainNames(doc).find(
    ([, d]) => d.domainName.toLowerCase() === name && (d.type === 'PRIVATE') === (entrance.endpoint !== undefined),
  )
  if (domain) return { kind: 'domain', id: domain[0] }
  if (parsed.of !== 'execute-api' || (parsed.form !== 'api' && parsed.form !== 'alias'))
    return { kind: 'none', reason: 'names-none' }
  const apiId = parsed.api
  if (!parsed.suffixFits) return { kind: 'none', reason: 'wrong-suffix', apiId }
  if (parsed.region !== entrance.region) return { kind: 'none', reason: 'other-region', apiId }
  if (parsed.form === 'api') return { kind: 'api', apiId, form: 'host' }
  const here = entrance.endpoint === undefined ? undefined : doc.resources[entrance.endpoint]?.physicalId
  if (here !== parsed.vpcEndpoint) return { kind: 'doubtful', reason: 'other-endpoint', apiId }
  const api = apiNamed(doc, apiId, entrance.region)?.[1]
  const { endpoint } = entrance
  // Private DNS leads an alias that AWS never made to the endpoint all the same.
  if (api && endpoint !== undefined && !api.endpointConfiguration.vpcEndpointIds?.includes(endpoint))
    return { kind: 'doubtful', reason: 'not-associated', apiId }
  return { kind: 'api', apiId, form: 'alias' }
}
