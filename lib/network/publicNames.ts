import type { Missing } from '@/lib/known/known'
import type { ExecuteApiName } from '@/lib/naming/executeApi'
import { nameOf } from '@/lib/naming/host'
import type { ResourceOf, TopologyDocument } from '@/lib/topology/document'
import { completeFor, readField } from '@/lib/topology/read'
import type { Answer } from './destination'
import { holes } from './holes'
import {
  domainNames,
  httpEndpoints,
  loadBalancers,
  otherApis,
  perDocument,
  restApis,
  vpcEndpoints,
  withPhysicalId,
} from './perDocument'
import { recordAnswer, zoneFor } from './zones'

/** How the asker would reach a public address: decides what becomes of a private API's public name. */
export type Egress = NonNullable<Answer['egress']>

/**
 * What the internet's DNS answers. `again`: the asker's own resolver follows CNAMEs, by its own zones where it has some. Endpoint names, aliases and internal load balancers resolve publicly to private
 * addresses: https://docs.aws.amazon.com/whitepapers/latest/best-practices-api-gateway-private-apis-integration/rest-api.html
 */
export function publicAnswer(
  doc: TopologyDocument,
  name: string,
  egress: Egress,
  again: (name: string) => Answer = (next) => publicAnswer(doc, next, egress),
): Answer {
  const balancer = loadBalancerNamed(doc, name)
  if (balancer) return balancer
  const parsed = nameOf(name)
  if (parsed.of === 'execute-api') return executeApiAnswer(doc, name, parsed, egress)
  const host = hosts(doc).get(name)
  if (host !== undefined)
    return { verdict: 'pass', reason: 'host', about: host, destination: { to: 'host', id: host }, evidence: [] }
  const zone = zoneFor(doc, name, undefined)
  if (zone) return recordAnswer(doc, zone, name, (next) => publicAnswer(doc, next, egress), again)
  const domain = domainNames(doc).find(([, d]) => d.domainName === name)
  if (domain) return domainAnswer(domain)
  return nowhere(doc, name)
}

const hosts = perDocument(
  (doc) =>
    new Map(
      httpEndpoints(doc).flatMap(([id, h]) =>
        holes(doc, id, '/host').length > 0 ? [] : [[h.host.toLowerCase(), id] as const],
      ),
    ),
)

const balancerNames = perDocument((doc) => {
  const byName = new Map<string, string>()
  for (const [id, balancer] of loadBalancers(doc))
    if (balancer.dnsName && holes(doc, id, '/dnsName').length === 0) byName.set(balancer.dnsName.toLowerCase(), id)
  return byName
})

function loadBalancerNamed(doc: TopologyDocument, name: string): Answer | undefined {
  const names = balancerNames(doc)
  const whole = names.get(name)
  const [first, ...rest] = name.split('.')
  const zonal = whole === undefined ? names.get(rest.join('.')) : undefined
  const id = whole ?? zonal
  if (id === undefined) return undefined
  const destination = { to: 'loadBalancer', id, ...(zonal === undefined ? {} : { zone: first }) } as const
  const { dnsName } = doc.resources[id] ?? {}
  return {
    verdict: 'pass',
    reason: 'load-balancer',
    about: id,
    destination,
    evidence: [{ resource: id, path: '/dnsName', value: dnsName }],
  }
}

/** AWS makes no record for a custom domain; whoever owns a public one points it at the domain's target. */
function domainAnswer([id, domain]: [string, ResourceOf<'domainName'>]): Answer {
  if (domain.type === 'PRIVATE') return { verdict: 'fail', reason: 'no-such-name', about: id, evidence: [] }
  return {
    verdict: 'pass',
    reason: 'custom-domain',
    about: id,
    destination: { to: 'service', region: domain.region ?? '' },
    evidence: [],
  }
}

function nowhere(doc: TopologyDocument, name: string): Answer {
  const unread = hiddenNames(doc)
  if (unread.length > 0) return { verdict: 'unknown', reason: 'not-visible', evidence: [], missing: unread }
  // Reading AWS reads the zones of VPCs, never what the internet's DNS answers.
  if (!doc.seen) return { verdict: 'fail', reason: 'no-such-name', evidence: [] }
  return { verdict: 'unknown', reason: 'not-visible', evidence: [], missing: [resolves(name)] }
}

/** Things whose names nobody could read: any name may be theirs. */
const hiddenNames = perDocument((doc) => [
  ...httpEndpoints(doc).flatMap(([id]) => holes(doc, id, '/host')),
  ...loadBalancers(doc).flatMap(([id]) => holes(doc, id, '/dnsName')),
  ...domainNames(doc).flatMap(([id]) => holes(doc, id, '/domainName', '/type')),
])

const resolves = (name: string): Missing => ({
  resource: '',
  path: '',
  why: 'notInspected',
  ask: `What does nslookup ${name} answer where the call starts?`,
})

function executeApiAnswer(doc: TopologyDocument, name: string, parsed: ExecuteApiName, egress: Egress): Answer {
  const api = 'api' in parsed ? apiNamed(doc, parsed.api, parsed.region) : undefined
  if (!parsed.suffixFits)
    return {
      verdict: 'fail',
      reason: 'wrong-partition',
      ...(api ? { about: api[0], ...meant(api) } : {}),
      evidence: [],
    }
  switch (parsed.form) {
    case 'endpoint':
      return endpointAnswer(doc, name, parsed)
    case 'alias':
      return aliasAnswer(doc, parsed, api, egress)
    case 'domain-target': {
      const domain = domainNames(doc).find(([, d]) => d.targetDomainName?.toLowerCase() === name)
      const about = domain ? { about: domain[0] } : {}
      return {
        verdict: 'pass',
        reason: 'public-service',
        ...about,
        destination: { to: 'service', region: parsed.region },
        evidence: [],
      }
    }
    case 'service':
      return { verdict: 'fail', reason: 'private-api-outside', egress, evidence: [] }
    case 'api':
      return apiAnswer(doc, parsed, api, egress)
  }
}

function apiAnswer(
  doc: TopologyDocument,
  parsed: ExecuteApiName & { form: 'api' },
  api: [string, ResourceOf<'restApi'>] | undefined,
  egress: Egress,
): Answer {
  const service = { to: 'service', region: parsed.region } as const
  if (!api) {
    const other = otherApis(doc).find(([, o]) => o.physicalId === parsed.api)
    if (other) return { verdict: 'pass', reason: 'public-service', about: other[0], destination: service, evidence: [] }
    const looked = completeFor(doc, 'restApi', {})
    if (!doc.seen) return { verdict: 'fail', reason: 'no-such-api', egress, evidence: [] }
    const gaps = looked.known ? [whoseApi(parsed.api)] : looked.missing
    return { verdict: 'unknown', reason: 'not-visible', evidence: [], destination: service, missing: gaps }
  }
  const [id] = api
  const configuration = readField(doc, id, 'restApi', 'endpointConfiguration')
  if (!configuration.known)
    return {
      verdict: 'unknown',
      reason: 'not-visible',
      about: id,
      destination: service,
      evidence: [],
      missing: configuration.missing,
    }
  if (configuration.value.type !== 'PRIVATE')
    return {
      verdict: 'pass',
      reason: 'public-service',
      about: id,
      destination: service,
      evidence: configuration.evidence,
    }
  return {
    verdict: 'fail',
    reason: 'private-api-outside',
    about: id,
    egress,
    ...meant(api),
    evidence: configuration.evidence,
  }
}

/** Regional names and zonal ones: https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html */
function endpointAnswer(doc: TopologyDocument, name: string, parsed: ExecuteApiName & { form: 'endpoint' }): Answer {
  const found = endpointNamed(doc, parsed.vpcEndpoint, parsed.region)
  if (!found) {
    if (!doc.seen) return { verdict: 'fail', reason: 'no-such-name', evidence: [] }
    return { verdict: 'unknown', reason: 'not-visible', evidence: [], missing: [resolves(name)] }
  }
  const [id] = found
  const entries = readField(doc, id, 'vpcEndpoint', 'dnsEntries')
  const destination = { to: 'endpoint', id, ...(parsed.zone === undefined ? {} : { zone: parsed.zone }) } as const
  // Without entries nobody knows the random part yet: the endpoint's id is what can be compared.
  if (!entries.known || entries.value === undefined || entries.value.some((e) => e.toLowerCase() === name))
    return {
      verdict: 'pass',
      reason: 'endpoint-name',
      about: id,
      destination,
      evidence: entries.known ? entries.evidence : [],
    }
  return { verdict: 'fail', reason: 'no-such-name', about: id, destination, evidence: entries.evidence }
}

/** AWS makes the alias for associated endpoints only: https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html */
function aliasAnswer(
  doc: TopologyDocument,
  parsed: ExecuteApiName & { form: 'alias' },
  api: [string, ResourceOf<'restApi'>] | undefined,
  egress: Egress,
): Answer {
  const endpoint = endpointNamed(doc, parsed.vpcEndpoint, parsed.region)
  const destination = endpoint ? ({ to: 'endpoint', id: endpoint[0] } as const) : undefined
  const onward = destination ? { destination } : {}
  const also = endpoint ? { also: endpoint[0] } : {}
  if (!api) {
    if (!doc.seen) return { verdict: 'fail', reason: 'no-such-api', egress, ...onward, evidence: [] }
    return { verdict: 'unknown', reason: 'not-visible', ...onward, evidence: [], missing: [whoseApi(parsed.api)] }
  }
  const [id] = api
  const configuration = readField(doc, id, 'restApi', 'endpointConfiguration')
  if (!configuration.known)
    return {
      verdict: 'unknown',
      reason: 'not-visible',
      about: id,
      ...onward,
      evidence: [],
      missing: configuration.missing,
    }
  const { evidence } = configuration
  const associated = endpoint !== undefined && configuration.value.vpcEndpointIds?.includes(endpoint[0])
  if (associated) return { verdict: 'pass', reason: 'alias', about: id, ...also, ...onward, evidence }
  return { verdict: 'fail', reason: 'alias-not-associated', about: id, ...also, ...onward, egress, evidence }
}

/** The API was meant: its associated endpoint is where a corrected call would go, when there is only one. */
function meant([, api]: [string, ResourceOf<'restApi'>]): { destination?: Answer['destination'] } {
  const [endpoint, ...more] = api.endpointConfiguration.vpcEndpointIds ?? []
  if (api.endpointConfiguration.type !== 'PRIVATE') return { destination: { to: 'service', region: api.region ?? '' } }
  return endpoint !== undefined && more.length === 0 ? { destination: { to: 'endpoint', id: endpoint } } : {}
}

const whoseApi = (api: string): Missing => ({
  resource: '',
  path: '',
  why: 'notInspected',
  ask: `Which account has the API ${api}?`,
})

/** The REST API with this id in this region. */
export function apiNamed(
  doc: TopologyDocument,
  api: string,
  region: string,
): [string, ResourceOf<'restApi'>] | undefined {
  return restApis(doc).find(([, a]) => a.physicalId === api && (a.region ?? region) === region)
}

/** The endpoint with this id in this region. */
export function endpointNamed(
  doc: TopologyDocument,
  id: string,
  region: string,
): [string, ResourceOf<'vpcEndpoint'>] | undefined {
  const [found] = withPhysicalId(doc, id)
  return vpcEndpoints(doc).find(([e, endpoint]) => e === found && (endpoint.region ?? region) === region)
}
