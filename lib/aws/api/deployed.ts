import type { Api, Authorizer, Hole, Method } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { methodOf, type SavedNames, type Summary } from './deployedMethod'
import { type Exported, exported, operation } from './exported'
import { type Naming, sorted, textsOf } from './integration'

export interface Deployed {
  api: Api
  /** Parts that nothing shows; paths inside the API. */
  holes: Hole[]
}

/**
 * The API that a stage serves, from its export. A part that the export does not hold though the saved API has it is not
 * taken as gone: it is a hole. @throws on text that is no export
 */
export function deployedApi(
  text: string,
  saved: Api,
  names: SavedNames,
  naming: Naming,
  summary: Summary | undefined,
): Deployed {
  const doc = exported.parse(JSON.parse(text))
  const holes: Hole[] = []
  const hide = (path: string, ask: string) => holes.push({ path, why: 'notInspected', ask })
  const configuration = doc.servers?.map((s) => s['x-amazon-apigateway-endpoint-configuration']).find((c) => c)
  const api: Api = {
    endpointConfiguration: {
      ...saved.endpointConfiguration,
      ...(configuration?.vpcEndpointIds ? { vpcEndpointIds: configuration.vpcEndpointIds } : {}),
    },
    resources: {},
  }

  const policy = doc['x-amazon-apigateway-policy']
  if (policy !== undefined) api.policy = { text: sameText(saved.policy?.text, policy) }
  // A private API cannot be deployed without a policy: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html
  else if (saved.policy || saved.endpointConfiguration.type === 'PRIVATE')
    hide('/policy', 'Which resource policy was deployed? The export of the stage does not say.')

  if (configuration?.disableExecuteApiEndpoint !== undefined)
    api.disableExecuteApiEndpoint = configuration.disableExecuteApiEndpoint
  else if (saved.disableExecuteApiEndpoint)
    hide('/disableExecuteApiEndpoint', 'Was the default endpoint switched off when this was deployed?')
  else api.disableExecuteApiEndpoint = false

  const securityPolicy = doc['x-amazon-apigateway-security-policy'] ?? saved.securityPolicy
  if (securityPolicy !== undefined) api.securityPolicy = securityPolicy
  const accessMode = doc['x-amazon-apigateway-endpoint-access-mode']
  if (accessMode !== undefined) api.endpointAccessMode = accessMode
  else if (saved.endpointAccessMode === 'STRICT')
    hide('/endpointAccessMode', 'Was the access mode STRICT when this was deployed?')
  const keySource = doc['x-amazon-apigateway-api-key-source'] ?? saved.apiKeySource
  if (keySource !== undefined) api.apiKeySource = keySource

  const responses = gatewayResponsesOf(doc)
  if (responses) api.gatewayResponses = responses
  else if (Object.keys(saved.gatewayResponses ?? {}).length > 0)
    hide('/gatewayResponses', 'Which gateway responses were deployed? The export of the stage does not say.')

  const validators = doc['x-amazon-apigateway-request-validators']
  if (validators)
    api.requestValidators = Object.fromEntries(
      Object.entries(validators).map(([name, v]) => [
        names.validators[name] ?? name,
        { body: v.validateRequestBody ?? false, parameters: v.validateRequestParameters ?? false },
      ]),
    )
  const authorizers = authorizersOf(doc, names)
  if (Object.keys(authorizers).length > 0) api.authorizers = authorizers

  const methodsOf = (path: string, id: string): Record<string, Method> => {
    const methods = Object.entries(doc.paths[path] ?? {}).flatMap(([key, value]): [string, Method][] => {
      const verb = verbOf(key)
      if (verb === undefined) return []
      const said = summary?.[path]?.[verb]
      const before = saved.resources[id]?.methods[verb]
      const hidePart = (part: string, ask: string) => hide(`${pointer(['resources', id, 'methods', verb])}${part}`, ask)
      return [[verb, methodOf(doc, operation.parse(value), before, said, names, naming, hidePart)]]
    })
    return Object.fromEntries(sorted(methods))
  }
  // In the order of what is saved; a resource without methods is in no export, and nothing can call it.
  const left = new Set(Object.keys(doc.paths))
  for (const [id, { path, methods }] of Object.entries(saved.resources)) {
    if (!left.delete(path) && Object.keys(methods).length > 0) continue
    api.resources[id] = { path, methods: methodsOf(path, id) }
  }
  for (const path of left) api.resources[path] = { path, methods: methodsOf(path, path) }
  const models = modelsOf(doc, api)
  if (models) api.models = models
  return { api, holes }
}

const verbs = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch']

const verbOf = (key: string): string | undefined =>
  key === 'x-amazon-apigateway-any-method' ? 'ANY' : verbs.includes(key) ? key.toUpperCase() : undefined

/** The saved text where it means the same, so that nothing differs but what differs. */
function sameText(saved: string | undefined, policy: unknown): string {
  const text = JSON.stringify(policy)
  try {
    if (saved !== undefined && JSON.stringify(JSON.parse(saved)) === text) return saved
  } catch {
    return text
  }
  return text
}

function gatewayResponsesOf(doc: Exported): Api['gatewayResponses'] {
  const all = doc['x-amazon-apigateway-gateway-responses']
  if (!all) return undefined
  return Object.fromEntries(
    sorted(Object.entries(all)).map(([type, r]) => {
      const responseParameters = textsOf(r.responseParameters)
      const responseTemplates = textsOf(r.responseTemplates)
      const statusCode = Number(r.statusCode ?? Number.NaN)
      return [
        type,
        {
          ...(Number.isInteger(statusCode) ? { statusCode } : {}),
          ...(responseParameters ? { responseParameters } : {}),
          ...(responseTemplates ? { responseTemplates } : {}),
        },
      ]
    }),
  )
}

const authorizerTypes: Record<string, Authorizer['type']> = {
  token: 'TOKEN',
  request: 'REQUEST',
  cognito_user_pools: 'COGNITO_USER_POOLS',
}

function authorizersOf(doc: Exported, names: SavedNames): Record<string, Authorizer> {
  const found: Record<string, Authorizer> = {}
  for (const [name, s] of Object.entries(doc.components?.securitySchemes ?? {})) {
    const authorizer = s['x-amazon-apigateway-authorizer']
    const type = authorizerTypes[authorizer?.type?.toLowerCase() ?? '']
    if (!authorizer || !type) continue
    // A token's header stands in the scheme itself: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
    const header = s.in === 'header' && s.name && s.name !== 'Unused' ? `method.request.header.${s.name}` : undefined
    const identitySource = authorizer.identitySource ?? header
    found[names.authorizers[name] ?? name] = {
      type,
      ...(identitySource === undefined ? {} : { identitySource }),
      ...(authorizer.authorizerResultTtlInSeconds === undefined
        ? {}
        : { ttl: authorizer.authorizerResultTtlInSeconds }),
    }
  }
  return found
}

function modelsOf(doc: Exported, api: Api): Api['models'] {
  const used = Object.values(api.resources)
    .flatMap((r) => Object.values(r.methods))
    .flatMap((m) => Object.values(m.requestModels ?? {}))
  const schemas = doc.components?.schemas ?? {}
  const kept = [...new Set(used)].flatMap((name) =>
    schemas[name] === undefined ? [] : [[name, JSON.stringify(schemas[name])] as const],
  )
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}
