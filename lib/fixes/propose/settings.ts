import { apiHost } from '@/lib/naming/executeApi'
import { deploying, nextDeployment, snapshotOf } from '@/lib/topology/deployment'
import { resourceOf, resourcesOf } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { aboutOf, called, isFirst, only, type Proposal, type Propose, type Stopped } from '../proposal'
import { stageOf } from '../stageOf'
import { withUri } from './integrations'
import { rehosted } from './names'
import { innerPath, uriLabel } from './uris'

/** Calls a second that a stage is let take where it takes none: a number to begin with, below every account's limit. */
const perSecond = 100

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html */
export const throttle: Propose = ({ doc, hop }) => {
  const stage = stageOf(hop.checks)
  const held = resourceOf(doc, hop.resource, 'restApi')?.stages[stage ?? '']?.methodSettings
  if (stage === undefined || !held) return []
  const closed = Object.entries(held).filter(([, s]) => s.throttlingRateLimit === 0 || s.throttlingBurstLimit === 0)
  return closed.map(([key, settings]): Proposal => {
    const value = { ...settings, throttlingRateLimit: perSecond, throttlingBurstLimit: perSecond }
    const path = pointer(['resources', hop.resource, 'stages', stage, 'methodSettings', key])
    return {
      label: `Let stage ${stage} of ${called(doc, hop.resource)} take ${perSecond} calls a second`,
      patch: [{ op: 'replace', path, value }],
    }
  })
}

/** A custom domain leads to the API whatever its default endpoint does. */
export function byDomain({ doc, trace, hop }: Stopped, api: string): Proposal[] {
  const stage = stageOf(hop.checks) ?? hop.call.path?.split('/')[1]
  return resourcesOf(doc, 'domainName').flatMap(([, domain]) =>
    domain.basePathMappings.flatMap((m): Proposal[] => {
      if (m.restApi !== api || m.stage !== stage) return []
      const base = ['', '(none)'].includes(m.basePath) ? '' : `/${m.basePath}`
      const [, root = '', path = '/'] = /^(https?:\/\/[^/?#]+)(.*)$/i.exec(trace.invocation.url) ?? []
      const url = rehosted(`${root}${base}${path.replace(`/${stage}`, '') || '/'}`, domain.domainName)
      const headers = trace.invocation.headers.filter((h) => !['host', 'x-apigw-api-id'].includes(h.name.toLowerCase()))
      return [{ label: `Call ${url}`, call: { ...trace.invocation, url, headers } }]
    }),
  )
}

export const defaultEndpoint: Propose = (stopped) => {
  const { doc, hop } = stopped
  const stage = stageOf(hop.checks)
  if (stage === undefined) return []
  const patch = deploying(doc, hop.resource, stage, { disableExecuteApiEndpoint: false })
  return [
    ...(isFirst(stopped) ? byDomain(stopped, hop.resource) : []),
    { label: `Turn on the default endpoint of ${called(doc, hop.resource)}, and deploy ${stage}`, patch },
  ]
}

/** Private DNS of an endpoint takes the names of public APIs too: a custom domain does not bear such a name. */
export const endpointType: Propose = (stopped) => {
  const { doc, trace, hop, check } = stopped
  const api = trace.hops.find((h) => h.kind === 'restApi')?.resource ?? hop.resource
  const endpoint = check.resource === undefined ? undefined : resourceOf(doc, check.resource, 'vpcEndpoint')
  if (check.resource === undefined || !endpoint) return []
  const path = pointer(['resources', check.resource, 'privateDnsEnabled'])
  return [
    ...(isFirst(stopped) ? byDomain(stopped, api) : []),
    {
      label: `Turn off private DNS of ${called(doc, check.resource)}`,
      patch: endpoint.privateDnsEnabled ? [{ op: 'replace', path, value: false }] : [],
    },
  ]
}

/** In strict mode the server name must be the Host: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html */
export const strict: Propose = (stopped) => {
  const { doc, trace, hop } = stopped
  const api =
    resourceOf(doc, hop.resource, 'restApi') ?? only(doc, 'restApi', (a) => a.endpointAccessMode === 'STRICT')?.resource
  const host = api?.physicalId === undefined ? undefined : apiHost(api.physicalId, api.region ?? '')
  if (!api || host === undefined) return []
  const headers = trace.invocation.headers.filter((h) => !['host', 'x-apigw-api-id'].includes(h.name.toLowerCase()))
  const call = { ...trace.invocation, url: rehosted(trace.invocation.url, host), headers }
  const stage = stageOf(hop.checks) ?? Object.keys(api.stages)[0]
  const named = isFirst(stopped) ? [{ label: `Call ${host}`, call }] : withUri(stopped, { host }, uriLabel)
  const id = Object.keys(doc.resources).find((each) => doc.resources[each] === api) ?? hop.resource
  if (stage === undefined) return named
  return [
    ...named,
    {
      label: `Set the endpoint access mode of ${called(doc, id)} to BASIC, and deploy ${stage}`,
      patch: deploying(doc, id, stage, { endpointAccessMode: 'BASIC' }),
    },
  ]
}

/** The gateway calls with TLS 1.2: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html */
export const securityPolicy: Propose = (stopped) => {
  const { doc, hop, check } = stopped
  if (check.reason !== 'gateway-1.2') return []
  const id = resourceOf(doc, hop.resource, 'restApi') ? hop.resource : aboutOf(stopped)
  const api = resourceOf(doc, id, 'restApi')
  const [stage] = Object.keys(api?.stages ?? {})
  if (!api || stage === undefined) return []
  return [
    {
      label: `Set the security policy of ${called(doc, id)} to TLS_1_2, and deploy ${stage}`,
      patch: deploying(doc, id, stage, { securityPolicy: 'TLS_1_2' }),
    },
  ]
}

/** A stage that the API has, in the path of the call or of the uri; else the stage that is called is made. */
export const stage: Propose = (stopped) => {
  const { doc, trace, hop, check } = stopped
  const api = resourceOf(doc, hop.resource, 'restApi')
  if (!api) return []
  const [, root = '', path = ''] = /^(https?:\/\/[^/?#]+)(.*)$/i.exec(trace.invocation.url) ?? []
  const [, first = '', ...rest] = path.split('/')
  const calls = Object.keys(api.stages).flatMap((name): Proposal[] => [
    { label: `Call stage ${name}`, call: { ...trace.invocation, url: `${root}/${[name, ...rest].join('/')}` } },
    {
      label: `Begin the path with stage ${name}`,
      call: { ...trace.invocation, url: `${root}/${[name, first, ...rest].join('/')}` },
    },
  ])
  const wanted = /has no stage (\S+?)\./.exec(check.says)?.[1] ?? hop.call.path?.split(/[/?]/)[1]
  // Where the API has stages, a name that it lacks is a slip; what a domain maps is meant.
  const meant = calls.length === 0 || hop.checks.some((c) => c.id === 'api-selection.mapping')
  return [...(isFirst(stopped) ? calls : innerPath(stopped)), ...(meant ? made(stopped, wanted) : [])]
}

/** A first deployment makes the stage. A private API needs a policy before: that is asked for by the next check. */
function made({ doc, hop }: Stopped, stageName: string | undefined): Proposal[] {
  const api = resourceOf(doc, hop.resource, 'restApi')
  if (!api || stageName === undefined || !/^[A-Za-z0-9_-]+$/.test(stageName)) return []
  const name = nextDeployment(api)
  return [
    {
      label: `Deploy ${called(doc, hop.resource)} to a stage ${stageName}`,
      patch: [
        { op: 'add', path: pointer(['resources', hop.resource, 'deployments', name]), value: { api: snapshotOf(api) } },
        { op: 'add', path: pointer(['resources', hop.resource, 'stages', stageName]), value: { deploymentId: name } },
      ],
    },
  ]
}

/** The one link that there is, where a stage variable names none. */
export const link: Propose = (stopped) => {
  const { doc, hop } = stopped
  const stageName = stageOf(hop.checks)
  const variables = resourceOf(doc, hop.resource, 'restApi')?.stages[stageName ?? '']?.variables
  const named = /VPC link (\S+), and/.exec(stopped.check.says)?.[1]
  const variable = Object.entries(variables ?? {}).find(([, value]) => value === named)?.[0]
  const found = only(doc, 'vpcLink')
  if (!found?.resource.physicalId || stageName === undefined || variable === undefined) return []
  return [
    {
      label: `Let the stage variable ${variable} of ${called(doc, hop.resource)} name ${found.resource.physicalId}`,
      patch: [
        {
          op: 'replace',
          path: pointer(['resources', hop.resource, 'stages', stageName, 'variables', variable]),
          value: found.resource.physicalId,
        },
      ],
    },
  ]
}
