import type { Invocation } from '@/lib/invocation/invocation'
import { apiHost } from '@/lib/naming/executeApi'
import { nameOf } from '@/lib/naming/host'
import { suffixOf } from '@/lib/naming/suffix'
import { type ResourceOf, resourceOf, resourcesOf, type TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import type { Proposal, Propose, Stopped } from '../proposal'
import { nextOf, only } from '../proposal'
import { overLink } from './uris'

/** A name that does not resolve: another name in the call first, then what would make it resolve. */
export const name: Propose = (stopped) => [
  ...rightSuffix(stopped),
  ...otherApi(stopped),
  ...byEndpointName(stopped),
  ...overLink(stopped),
  ...resolver(stopped),
  ...inAws(stopped),
]

/** A VPC without its resolver knows no name at all: https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html */
function resolver({ doc, check }: Stopped): Proposal[] {
  const id = check.evidence.find((e) => resourceOf(doc, e.resource, 'vpc'))?.resource ?? check.resource
  if (check.reason !== 'no-resolver' || id === undefined) return []
  const path = pointer(['resources', id, 'enableDnsSupport'])
  return [
    {
      label: `Turn on DNS support of ${doc.resources[id]?.physicalId ?? id}`,
      patch: [{ op: 'replace', path, value: true }],
    },
  ]
}

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

const hostOf = ({ trace }: Stopped) => /^https?:\/\/([^/?#:]+)/i.exec(trace.invocation.url)?.[1] ?? ''

/** A name of an API that is not there, where only one API is: that one. */
function otherApi(stopped: Stopped): Proposal[] {
  const api = stopped.check.reason === 'no-such-api' ? only(stopped.doc, 'restApi')?.resource : undefined
  if (!api?.physicalId) return []
  const host = apiHost(api.physicalId, api.region ?? '')
  const { invocation } = stopped.trace
  return [{ label: `Call ${host}`, call: { ...invocation, url: rehosted(invocation.url, host) } }]
}

/** The endpoint's own name resolves from everywhere; Host says which API, or which custom domain, is meant. */
export function byEndpointName(stopped: Stopped): Proposal[] {
  const { doc, trace } = stopped
  const domain = resourcesOf(doc, 'domainName').find(([, d]) => d.domainName === hostOf(stopped))?.[1]
  const api = apiMeant(stopped)
  const host =
    domain?.domainName ?? (api?.physicalId === undefined ? undefined : apiHost(api.physicalId, api.region ?? ''))
  if (host === undefined) return []
  return endpointsFor(doc, stopped).flatMap((endpoint) => {
    const regional = endpoint.dnsEntries?.find((entry) => entry.startsWith('vpce-'))
    if (regional === undefined) return []
    const call = withHost(trace.invocation, rehosted(trace.invocation.url, regional), host)
    const named = domain ? host : 'the API'
    return [{ label: `Call the name of ${endpoint.physicalId ?? 'the endpoint'}, with the Host of ${named}`, call }]
  })
}

function endpointsFor(doc: TopologyDocument, stopped: Stopped): ResourceOf<'vpcEndpoint'>[] {
  const reached = nextOf(stopped, 'vpcEndpoint')?.resource
  const ids = reached === undefined ? Object.keys(doc.resources) : [reached]
  return ids.flatMap((id) => resourceOf(doc, id, 'vpcEndpoint') ?? [])
}

/** The API that the check names or that the call comes to next; else the one whose integration lies behind the place. */
export function apiMeant(stopped: Stopped): ResourceOf<'restApi'> | undefined {
  const { doc, check } = stopped
  const evidence = check.evidence.flatMap((e) => resourceOf(doc, e.resource, 'restApi') ?? [])
  return (
    resourceOf(doc, check.resource, 'restApi') ??
    evidence[0] ??
    resourceOf(doc, nextOf(stopped, 'restApi')?.resource, 'restApi')
  )
}

/** Where the way ends at the name, the endpoint of the caller's network is the one that it would lead to. */
function endpointMeant(stopped: Stopped, zone: string | undefined): string | undefined {
  const { doc } = stopped
  const vpcs = resourceOf(doc, zone, 'hostedZone')?.vpcs
  const near = only(doc, 'vpcEndpoint', (e) => vpcs?.includes(e.vpc) ?? true)?.id
  return nextOf(stopped, 'vpcEndpoint')?.resource ?? near
}

function inAws(stopped: Stopped): Proposal[] {
  const { doc, check } = stopped
  const held = check.reason === 'zone-without-record' ? check.evidence[0]?.resource : undefined
  const endpoint = endpointMeant(stopped, held)
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
  if (held === undefined) return []
  const host = hostOf(stopped)
  return [
    {
      label: `Point ${host} to ${named}`,
      patch: [
        {
          op: 'add',
          path: pointer(['resources', held, 'records', '-']),
          value: { name: host, type: 'A', aliasTo: endpoint },
        },
      ],
    },
  ]
}
