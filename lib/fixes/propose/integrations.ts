import { deploying } from '@/lib/topology/deployment'
import { type Api, type Integration, type ResourceOf, resourceOf } from '@/lib/topology/document'
import { keysOf } from '@/lib/topology/pointer'
import { uriOf } from '@/lib/trace/integration/uri'
import type { Hop } from '@/lib/trace/trace'
import { aboutOf, allHops, type Proposal, type Stopped } from '../proposal'
import { stageOf } from '../stageOf'

/** The integration of an API by which the call comes to a place, as it is saved. */
export interface Leading {
  id: string
  api: ResourceOf<'restApi'>
  name: string
  stage: string
  resource: string
  verb: string
  integration: Integration
}

/** The API that asks, for a check about what it calls; for any other check the last API before the place. */
export function leadingTo(stopped: Stopped): Leading | undefined {
  const { doc, trace, hop, check } = stopped
  const calling = hop.kind === 'restApi' && ['dns', 'route'].includes(check.hop)
  const own = check.hop === 'integration' || calling
  const asked = allHops(trace.hops).findLast(
    (h) => h.kind === 'restApi' && (own ? h.n <= hop.n && (calling || h.resource === aboutOf(stopped)) : h.n < hop.n),
  )
  return asked && leadingFrom(doc, asked)
}

function leadingFrom(doc: Stopped['doc'], hop: Hop): Leading | undefined {
  const api = resourceOf(doc, hop.resource, 'restApi')
  const stage = stageOf(hop.checks)
  const found = hop.checks.find((c) => c.id === 'method.exists' && c.verdict === 'pass')?.evidence[0]?.path
  const resource = found === undefined ? undefined : keysOf(found)[1]
  const methods = resource === undefined ? undefined : api?.resources[resource]?.methods
  const verb = methods && Object.hasOwn(methods, hop.call.method) ? hop.call.method : 'ANY'
  const integration = methods?.[verb]?.integration
  if (!api || stage === undefined || resource === undefined || !integration) return undefined
  return { id: hop.resource, api, name: api.physicalId ?? hop.resource, stage, resource, verb, integration }
}

/** Another integration for the method, saved and deployed: a change that is only saved does not count. */
export function integrating(
  stopped: Stopped,
  label: (leading: Leading) => string,
  change: (integration: Integration, leading: Leading) => Integration | undefined,
): Proposal[] {
  const leading = leadingTo(stopped)
  const integration = leading && change(leading.integration, leading)
  if (!leading || !integration) return []
  return [changed(stopped, leading, label(leading), { integration })]
}

/** Another method, saved and deployed. */
export function changed(
  { doc }: Stopped,
  { id, api, stage, resource, verb }: Leading,
  label: string,
  change: Partial<Api['resources'][string]['methods'][string]>,
): Proposal {
  const held = api.resources[resource]
  const method = held?.methods[verb]
  if (!held || !method) return { label, patch: [] }
  const resources: Api['resources'] = {
    ...api.resources,
    [resource]: { ...held, methods: { ...held.methods, [verb]: { ...method, ...change } } },
  }
  return { label: `${label}, and deploy ${stage}`, patch: deploying(doc, id, stage, { resources }) }
}

interface UriParts {
  scheme?: 'http' | 'https'
  host?: string
  port?: number
  path?: string
}

/** The uri with other parts; a port that the scheme implies is not written. */
export function withUri(
  stopped: Stopped,
  parts: UriParts,
  label: (uri: string, leading: Leading) => string,
): Proposal[] {
  const uriFor = (integration: Integration) => {
    const old = uriOf(integration.uri ?? '')
    if (!old) return undefined
    const { scheme, host, port, path, query } = { ...old, ...parts }
    const implied = port === (scheme === 'https' ? 443 : 80)
    return `${scheme}://${host}${implied ? '' : `:${port}`}${path}${query}`
  }
  return integrating(
    stopped,
    (leading) => label(uriFor(leading.integration) ?? '', leading),
    (integration) => {
      const uri = uriFor(integration)
      return uri === undefined || uri === integration.uri ? undefined : { ...integration, uri }
    },
  )
}
