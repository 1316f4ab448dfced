import type { Api, Integration, Method, ResourceOf } from '@/lib/topology/document'
import { AwsError, type World } from './world'

type Rest = [api: string, ...rest: string[]]

/** The read operations of API Gateway that an inspection needs, by path. */
export function gateway(w: World, path: string, query: URLSearchParams): { operation: string; answer: () => unknown } {
  const [first, ...rest] = path.split('/').filter(Boolean).map(decodeURIComponent)
  if (first === 'vpclinks') return { operation: 'GetVpcLinks', answer: () => ({ item: linksV1(w) }) }
  if (first === 'v2') return { operation: 'GetVpcLinks', answer: () => ({ items: linksV2(w) }) }
  if (first === 'usageplans') return { operation: 'GetUsagePlans', answer: () => ({ item: [] }) }
  if (first === 'domainnameaccessassociations')
    return { operation: 'GetDomainNameAccessAssociations', answer: () => ({ item: associations(w) }) }
  if (first === 'domainnames')
    return rest.length > 0
      ? { operation: 'GetBasePathMappings', answer: () => ({ item: mappings(w, rest[0]) }) }
      : { operation: 'GetDomainNames', answer: () => ({ item: domains(w) }) }
  const [id, ...more] = rest
  if (id === undefined)
    return {
      operation: 'GetRestApis',
      answer: () => ({ item: w.all('restApi').map(([key, a]) => settings(w, key, a)) }),
    }
  return { operation: operationOf(more), answer: () => ofApi(w, [id, ...more], query) }
}

const lists: Record<string, string> = {
  resources: 'GetResources',
  stages: 'GetStages',
  deployments: 'GetDeployments',
  authorizers: 'GetAuthorizers',
  gatewayresponses: 'GetGatewayResponses',
  requestvalidators: 'GetRequestValidators',
  models: 'GetModels',
}

function operationOf([what, , third]: string[]): string {
  if (what === undefined) return 'GetRestApi'
  if (third === 'exports') return 'GetExport'
  return lists[what] ?? what
}

function ofApi(w: World, [id, what, name, third]: Rest, query: URLSearchParams): unknown {
  const api = w.all('restApi').find(([key]) => key === id)?.[1]
  if (!api) throw new AwsError('NotFoundException', 404)
  if (what === undefined) return settings(w, id, api)
  if (third === 'exports') return exported(w, api.deployments[api.stages[name ?? '']?.deploymentId ?? '']?.api)
  switch (what) {
    case 'resources':
      return { item: resourcesOf(w, api, query) }
    case 'stages':
      return {
        item: Object.entries(api.stages).map(([stageName, s]) => ({
          stageName,
          deploymentId: s.deploymentId,
          variables: s.variables,
          canarySettings: s.canarySettings,
        })),
      }
    case 'deployments': {
      if (name === undefined) return { item: Object.keys(api.deployments).map((key) => ({ id: key })) }
      return { id: name, apiSummary: summaryOf(api.deployments[name]?.api) }
    }
    case 'gatewayresponses':
      return {
        item: [
          { responseType: 'DEFAULT_5XX', defaultResponse: true, responseTemplates: { j: 'x' } },
          ...Object.entries(api.gatewayResponses ?? {}).map(([responseType, r]) => ({
            responseType,
            defaultResponse: false,
            ...r,
            statusCode: r.statusCode === undefined ? undefined : String(r.statusCode),
          })),
        ],
      }
    case 'authorizers':
      return {
        item: Object.entries(api.authorizers ?? {}).map(([key, a]) => ({
          id: key,
          name: key,
          type: a.type,
          identitySource: a.identitySource,
        })),
      }
    case 'requestvalidators':
      return {
        item: Object.entries(api.requestValidators ?? {}).map(([key, v]) => ({
          id: key,
          name: key,
          validateRequestBody: v.body,
          validateRequestParameters: v.parameters,
        })),
      }
    case 'models':
      return { item: Object.entries(api.models ?? {}).map(([key, schema]) => ({ name: key, schema })) }
    default:
      throw new AwsError('NotFoundException', 404)
  }
}

/** The policy comes with its quotes escaped once more, as AWS hands it out. */
const settings = (w: World, id: string, api: ResourceOf<'restApi'>) => ({
  id,
  name: api.name,
  policy: api.policy ? JSON.stringify(api.policy.text).slice(1, -1) : undefined,
  endpointConfiguration: {
    types: [api.endpointConfiguration.type],
    vpcEndpointIds: api.endpointConfiguration.vpcEndpointIds?.map((e) => w.id(e)),
  },
  disableExecuteApiEndpoint: api.disableExecuteApiEndpoint,
  securityPolicy: api.securityPolicy,
  endpointAccessMode: api.endpointAccessMode,
})

/** Without `embed=methods` AWS names only the verbs; pages follow `limit`. */
function resourcesOf(w: World, api: Api, query: URLSearchParams): unknown[] {
  return Object.entries(api.resources).map(([id, r]) => ({
    id,
    path: r.path,
    resourceMethods: Object.fromEntries(
      Object.entries(r.methods).map(([verb, m]) => [
        verb,
        query.getAll('embed').includes('methods') ? savedMethod(w, m) : {},
      ]),
    ),
  }))
}

const savedMethod = (w: World, m: Method) => ({
  authorizationType: m.authorizationType,
  authorizerId: m.authorizer,
  apiKeyRequired: m.apiKeyRequired ?? false,
  requestParameters: m.requestParameters,
  requestModels: m.requestModels,
  requestValidatorId: m.requestValidator,
  methodResponses: m.methodResponses,
  methodIntegration: m.integration ? integrationOf(w, m.integration) : undefined,
})

const integrationOf = (w: World, { connection, integrationHttpMethod, integrationTarget, ...i }: Integration) => ({
  ...i,
  httpMethod: integrationHttpMethod,
  connectionId: connection === undefined ? undefined : w.id(connection),
  integrationTarget: integrationTarget === undefined ? undefined : w.arn(integrationTarget),
})

function summaryOf(api: Api | undefined) {
  return Object.fromEntries(
    Object.values(api?.resources ?? {}).map((r) => [
      r.path,
      Object.fromEntries(
        Object.entries(r.methods).map(([verb, m]) => [
          verb,
          { authorizationType: m.authorizationType, apiKeyRequired: m.apiKeyRequired ?? false },
        ]),
      ),
    ]),
  )
}

/** An export in AWS's own spelling: types in lower case, responses by selection pattern. */
function exported(w: World, api: Api | undefined): unknown {
  if (!api) throw new AwsError('NotFoundException', 404)
  const { vpcEndpointIds } = api.endpointConfiguration
  return {
    openapi: '3.0.1',
    info: { title: 'exported', version: '1' },
    servers: [
      {
        url: 'https://example.com',
        'x-amazon-apigateway-endpoint-configuration': {
          ...(vpcEndpointIds ? { vpcEndpointIds: vpcEndpointIds.map((e) => w.id(e)) } : {}),
          ...(api.disableExecuteApiEndpoint ? { disableExecuteApiEndpoint: true } : {}),
        },
      },
    ],
    paths: Object.fromEntries(
      Object.values(api.resources)
        .filter((r) => Object.keys(r.methods).length > 0)
        .map((r) => [
          r.path,
          Object.fromEntries(
            Object.entries(r.methods).map(([verb, m]) => [
              verb === 'ANY' ? 'x-amazon-apigateway-any-method' : verb.toLowerCase(),
              exportedMethod(w, m),
            ]),
          ),
        ]),
    ),
    components: {
      securitySchemes: {
        sigv4: { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' },
        api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
      },
    },
    ...(api.policy ? { 'x-amazon-apigateway-policy': JSON.parse(api.policy.text) } : {}),
    ...(api.gatewayResponses ? { 'x-amazon-apigateway-gateway-responses': api.gatewayResponses } : {}),
  }
}

function exportedMethod(w: World, m: Method): unknown {
  const { integrationResponses, ...integration } = integrationOf(w, m.integration ?? { type: 'MOCK' })
  return {
    responses: Object.fromEntries(Object.keys(m.methodResponses ?? {}).map((code) => [code, { description: code }])),
    security: [
      ...(m.authorizationType === 'AWS_IAM' ? [{ sigv4: [] }] : []),
      ...(m.apiKeyRequired ? [{ api_key: [] }] : []),
    ],
    'x-amazon-apigateway-integration': {
      ...integration,
      type: integration.type.toLowerCase(),
      passthroughBehavior: integration.passthroughBehavior?.toLowerCase(),
      responses: Object.fromEntries(
        Object.entries(integrationResponses ?? {}).map(([statusCode, { selectionPattern = 'default', ...r }]) => [
          selectionPattern,
          { statusCode, ...r },
        ]),
      ),
    },
  }
}

const linksV1 = (w: World) =>
  w
    .all('vpcLink')
    .filter(([, l]) => l.version === 'V1')
    .map(([id, l]) => ({
      id,
      name: l.name,
      status: l.status,
      statusMessage: l.statusMessage,
      targetArns: l.target === undefined ? [] : [w.arn(l.target)],
    }))

const linksV2 = (w: World) =>
  w
    .all('vpcLink')
    .filter(([, l]) => l.version === 'V2')
    .map(([vpcLinkId, l]) => ({
      vpcLinkId,
      name: l.name,
      vpcLinkStatus: l.status,
      vpcLinkVersion: 'V2',
      subnetIds: l.subnets?.map((s) => w.id(s)),
      securityGroupIds: l.securityGroups?.map((g) => w.id(g)),
    }))

const domains = (w: World) =>
  w.all('domainName').map(([, d]) => ({
    domainName: d.domainName,
    domainNameId: d.domainNameId,
    domainNameArn: d.arn,
    securityPolicy: d.securityPolicy,
    domainNameStatus: d.domainNameStatus,
    policy: d.policy ? JSON.stringify(d.policy.text).slice(1, -1) : undefined,
    endpointConfiguration: { types: [d.type] },
  }))

const mappings = (w: World, domainName: string | undefined) =>
  w
    .all('domainName')
    .filter(([, d]) => d.domainName === domainName)
    .flatMap(([, d]) => d.basePathMappings.map((m) => ({ ...m, restApiId: w.id(m.restApi) })))

const associations = (w: World) =>
  w.all('domainName').flatMap(([, d]) =>
    (d.accessAssociations ?? []).map((a) => ({
      domainNameArn: d.arn,
      domainNameAccessAssociationArn: a.arn,
      accessAssociationSource: w.id(a.vpcEndpoint),
      accessAssociationSourceType: 'VPCE',
    })),
  )
