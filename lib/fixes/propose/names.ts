import type { Invocation } from '@/lib/invocation/invocation'
import { apiHost } from '@/lib/naming/executeApi'
import { nameOf } from '@/lib/naming/host'
import { suffixOf } from '@/lib/naming/suffix'
import { type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import type { Proposal, Propose, Stopped } from '../proposal'
import { nextOf } from '../proposal'

/** A name that does not resolve: another name in the call first, then what would make it resolve. */
export const name: Propose = (stopped) => [...rightSuffix(stopped), ...byEndpointName(stopped), ...inAws(stopped)]

const withHost = (invocation: Invocation, url: string, host: string): Invocation => ({
  ...invocation,
  url,
  headers: [...invocation.headers.filter((h) => h.name.toLowerCase() !== 'host'), { name: 'Host', value: host }],
})

/** The URL with another host. */
export const rehosted = (url: string, host: string): string => url.replace(/^(https?:\/\/)[^/?#]+/i, `$1${host}`)

function rightSuffix({ trace }: Stopped): Proposal[] {
  const { invocation } = trace
  const host = /^https?:\/\/([^/?#:]+)/i.exec(invocation.url)?.[1] ?? ''
  const parsed = nameOf(host)
  if (parsed.of !== 'execute-api' || parsed.suffixFits) return []
  const right = host.slice(0, -parsed.suffix.length) + suffixOf(parsed.region)
  return [{ label: `Call ${right}`, call: { ...invocation, url: rehosted(invocation.url, right) } }]
}

/** The endpoint's own name resolves from everywhere; Host says which API is meant. */
export function byEndpointName(stopped: Stopped): Proposal[] {
  const { doc, trace } = stopped
  const api = apiMeant(stopped)
  if (!api?.physicalId) return []
  const host = apiHost(api.physicalId, api.region ?? '')
  return endpointsFor(doc, stopped).flatMap((endpoint) => {
    const regional = endpoint.dnsEntries?.find((entry) => entry.startsWith('vpce-'))
    if (regional === undefined) return []
    const call = withHost(trace.invocation, rehosted(trace.invocation.url, regional), host)
    return [{ label: `Call the name of ${endpoint.physicalId ?? 'the endpoint'}, with the Host of the API`, call }]
  })
}

function endpointsFor(doc: TopologyDocument, stopped: Stopped): ResourceOf<'vpcEndpoint'>[] {
  const reached = nextOf(stopped, 'vpcEndpoint')?.resource
  const ids = reached === undefined ? Object.keys(doc.resources) : [reached]
  return ids.flatMap((id) => resourceOf(doc, id, 'vpcEndpoint') ?? [])
}

export function apiMeant(stopped: Stopped): ResourceOf<'restApi'> | undefined {
  const { doc } = stopped
  return (
    resourceOf(doc, stopped.check.resource, 'restApi') ??
    resourceOf(doc, nextOf(stopped, 'restApi')?.resource, 'restApi')
  )
}

function inAws(stopped: Stopped): Proposal[] {
  const { doc, check } = stopped
  const endpoint = nextOf(stopped, 'vpcEndpoint')?.resource
  if (endpoint === undefined) return []
  const named = doc.resources[endpoint]?.physicalId ?? endpoint
  if (check.reason === 'alias-not-associated' && check.resource !== undefined) {
    const list = resourceOf(doc, check.resource, 'restApi')?.endpointConfiguration.vpcEndpointIds
    const path = pointer(['resources', check.resource, 'endpointConfiguration', 'vpcEndpointIds'])
    return [
      { label: `Associate ${named} with the API`, patch: [{ op: 'add', path, value: [...(list ?? []), endpoint] }] },
    ]
  }
  if (check.reason === 'private-api-outside')
    return [
      {
        label: `Turn on private DNS of ${named}`,
        patch: [{ op: 'replace', path: pointer(['resources', endpoint, 'privateDnsEnabled']), value: true }],
      },
    ]
  const zone = check.reason === 'zone-without-record' ? check.evidence[0]?.resource : undefined
  if (zone === undefined) return []
  const host = /^https?:\/\/([^/?#:]+)/i.exec(stopped.trace.invocation.url)?.[1] ?? ''
  return [
    {
      label: `Point ${host} to ${named}`,
      patch: [
        {
          op: 'add',
          path: pointer(['resources', zone, 'records', '-']),
          value: { name: host, type: 'A', aliasTo: endpoint },
        },
      ],
    },
  ]
}
