import type { Api, Hole } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import type { Deployed } from './deployed'
import { authorizationTypes, type Summary } from './deployedMethod'

/** Where no export can be had, the deployment's summary says at least which methods there are and how they authorize. */
export function deployedBySummary(saved: Api, summary: Summary, unread: Hole): Deployed {
  const idOf = new Map(Object.entries(saved.resources).map(([id, r]) => [r.path, id]))
  const holes: Hole[] = hiddenParts.map((path) => ({ ...unread, path }))
  const resources: Api['resources'] = {}
  for (const [path, methods] of Object.entries(summary)) {
    const id = idOf.get(path) ?? path
    resources[id] = { path, methods: {} }
    for (const [verb, said] of Object.entries(methods)) {
      const authorizationType = authorizationTypes.find((t) => t === said.authorizationType) ?? 'NONE'
      resources[id].methods[verb] = { authorizationType, apiKeyRequired: said.apiKeyRequired ?? false }
      for (const part of ['/authorizer', '/integration', '/requestParameters', '/requestModels', '/requestValidator'])
        holes.push({ ...unread, path: `${pointer(['resources', id, 'methods', verb])}${part}` })
    }
  }
  return { api: { endpointConfiguration: saved.endpointConfiguration, resources }, holes }
}

const hiddenParts = [
  '/policy',
  '/disableExecuteApiEndpoint',
  '/endpointAccessMode',
  '/securityPolicy',
  '/apiKeySource',
  '/gatewayResponses',
  '/authorizers',
  '/requestValidators',
  '/models',
]
