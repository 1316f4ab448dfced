import { apiHost } from '@/lib/naming/executeApi'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { nearest } from '@/lib/topology/nearest'
import { uriOf } from '@/lib/trace/integration/uri'
import type { Hop } from '@/lib/trace/trace'
import { allHops, isFirst, only, type Proposal, type Propose, type Stopped } from '../proposal'
import { integrating, type Leading, leadingTo, withUri } from './integrations'

export const uriLabel = (uri: string, { name }: Leading) => `Let the integration of ${name} call ${uri}`

/** The host of the uri must stand on the certificate: the inner API's own name does, else a name that is presented. */
export const certificate: Propose = (stopped) => {
  const { doc, trace, hop, check } = stopped
  const behind = allHops(trace.hops).filter((h) => h.n > hop.n)
  const inner = doc.resources[behind.find((h) => h.kind === 'restApi')?.resource ?? '']
  const own = inner?.physicalId === undefined ? [] : [apiHost(inner.physicalId, inner.region ?? '')]
  const hosts = [...new Set([...own, ...behind.flatMap((h) => presented(doc, h))])]
  const named = hosts.flatMap((host) => (host.includes('*') ? [] : withUri(stopped, { host }, uriLabel)))
  return [...(check.reason === 'untrusted' ? skipping(stopped) : []), ...named]
}

/** What the servers of a hop show of themselves. */
function presented(doc: TopologyDocument, { resource: id }: Hop): string[] {
  const listeners = resourceOf(doc, id, 'loadBalancer')?.listeners.flatMap((l) => l.certificates ?? []) ?? []
  const resource = doc.resources[id]
  const software = resource && 'software' in resource ? softwareOf(doc, id) : undefined
  return [...listeners, ...(software?.listens.flatMap((l) => l.tls ?? []) ?? [])].flatMap((c) => c.names)
}

export const softwareOf = (doc: TopologyDocument, id: string) =>
  (
    resourceOf(doc, id, 'ecsService') ??
    resourceOf(doc, id, 'instance') ??
    resourceOf(doc, id, 'httpEndpoint') ??
    resourceOf(doc, id, 'lambdaFunction')
  )?.software

/** https://docs.aws.amazon.com/apigateway/latest/api/API_TlsConfig.html */
const skipping = (stopped: Stopped): Proposal[] =>
  integrating(
    stopped,
    ({ name }) => `Let ${name} take a certificate of any authority`,
    (integration) => ({ ...integration, tlsConfig: { ...integration.tlsConfig, insecureSkipVerification: true } }),
  )

/** A port that the backend listens on, with the scheme that is spoken there. */
export const listeningPort: Propose = (stopped) => {
  const { doc, trace, hop } = stopped
  const ids = [hop.resource, ...allHops(trace.hops).flatMap((h) => (h.n > hop.n ? [h.resource] : []))]
  const evidence = stopped.check.evidence[0]?.resource
  const listens = [...new Set([evidence ?? '', ...ids])].flatMap((id) => softwareOf(doc, id)?.listens ?? [])
  return listens.flatMap(({ port, tls }) => withUri(stopped, { port, scheme: tls ? 'https' : 'http' }, uriLabel))
}

/** The API speaks plain HTTP where TLS is spoken, or the other way round. */
export const scheme = (stopped: Stopped): Proposal[] => {
  const uri = uriOf(leadingTo(stopped)?.integration.uri ?? '')
  return uri ? withUri(stopped, { scheme: uri.scheme === 'https' ? 'http' : 'https' }, uriLabel) : []
}

/** A port on which the load balancer listens. */
export const balancerPort = (stopped: Stopped): Proposal[] => {
  const { doc, trace, hop } = stopped
  const balancer = resourceOf(doc, hop.resource, 'loadBalancer')
  return (balancer?.listeners ?? []).flatMap(({ port }): Proposal[] => {
    const secure = port === 443
    if (!isFirst(stopped)) return withUri(stopped, { port }, uriLabel)
    const url = trace.invocation.url.replace(
      /^https?:\/\/([^/?#:]+)(:\d+)?/i,
      `${secure ? 'https' : 'http'}://$1:${port}`,
    )
    const plain = url
      .replace(/^(http:\/\/[^/?#]+):80(?=[/?#]|$)/, '$1')
      .replace(/^(https:\/\/[^/?#]+):443(?=[/?#]|$)/, '$1')
    return [{ label: `Call port ${port}`, call: { ...trace.invocation, url: plain } }]
  })
}

/** A private address is reached over a VPC link alone: the one that the integration names, or the one that there is. */
export const overLink = (stopped: Stopped): Proposal[] =>
  integrating(
    stopped,
    ({ name }) => `Let the integration of ${name} go over its VPC link`,
    (integration) => {
      const { doc, check } = stopped
      const near = only(doc, 'vpcLink', ({ target }) => target !== undefined && target === check.resource)
      const connection = integration.connection ?? (near ?? only(doc, 'vpcLink'))?.id
      if (connection === undefined || integration.connectionType === 'VPC_LINK') return undefined
      return { ...integration, connectionType: 'VPC_LINK', connection }
    },
  )

/** A verb that the inner path has. */
export const innerVerb = (stopped: Stopped): Proposal[] => {
  const path = /has (\/\S*),/.exec(stopped.check.says)?.[1]
  const inner = resourceOf(stopped.doc, stopped.hop.resource, 'restApi')
  const [verb, ...others] = Object.keys(
    Object.values(inner?.resources ?? {}).find((r) => r.path === path)?.methods ?? {},
  )
  if (verb === undefined || verb === 'ANY' || others.length > 0 || stopped.check.reason !== 'no-method') return []
  return integrating(
    stopped,
    ({ name }) => `Let the integration of ${name} send ${verb}`,
    (integration) => ({ ...integration, integrationHttpMethod: verb }),
  )
}

/** The path of the uri begins with a stage of the API that it leads to, and goes on with a path that the stage has. */
export const innerPath = (stopped: Stopped): Proposal[] => {
  const { doc, hop } = stopped
  const inner = resourceOf(doc, hop.resource, 'restApi')
  const uri = uriOf(leadingTo(stopped)?.integration.uri ?? '')
  if (!inner || !uri) return []
  const [, first = '', ...rest] = uri.path.split('/')
  const stages = Object.keys(inner.stages)
  const moved = stages.flatMap((stage) => [`/${[stage, first, ...rest].join('/')}`, `/${[stage, ...rest].join('/')}`])
  const known = stages.flatMap((stage) => {
    const served = inner.deployments[inner.stages[stage]?.deploymentId ?? '']?.api
    const paths = Object.values(served?.resources ?? {}).filter(
      (r) => hop.call.method in r.methods || 'ANY' in r.methods,
    )
    const near = nearest(
      `/${rest.join('/')}`,
      paths.map((r) => r.path),
    )
    // With several to choose from nobody can tell which is meant.
    const one = paths.length === 1 ? paths.map((r) => r.path) : near === undefined || near === '/' ? [] : [near]
    return one.map((path) => `/${stage}${path}`)
  })
  return [...new Set([...moved, ...known])].flatMap((path) => withUri(stopped, { path }, uriLabel))
}
