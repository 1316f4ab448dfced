import type { Method as AwsMethod, Resource as AwsResource, Stage as AwsStage } from '@aws-sdk/client-api-gateway'
import type { Api, Method } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { authorizationTypes } from '../api/deployedMethod'
import { integrationOf, type Naming, rawIntegration, sorted } from '../api/integration'
import { pages } from '../batch'
import type { Parts } from '../holes'
import type { Site } from '../site'
import { set } from './tags'

/** All resources with their methods and integrations: `embed` saves a call for each method. */
export async function resourcesOf(site: Site, restApiId: string): Promise<AwsResource[]> {
  const { client, sdk } = await site.clients.apigateway()
  return pages(async (position) => {
    const page = await client.send(new sdk.GetResourcesCommand({ restApiId, embed: ['methods'], limit: 500, position }))
    return { items: page.items, next: page.position }
  })
}

export async function stagesOf(site: Site, restApiId: string): Promise<AwsStage[]> {
  const { client, sdk } = await site.clients.apigateway()
  return (await client.send(new sdk.GetStagesCommand({ restApiId }))).item ?? []
}

/** The saved methods as the document has them. */
export function methodsFrom(found: AwsResource[], naming: Naming, parts: Parts): Api['resources'] {
  const resources: Api['resources'] = {}
  for (const { id = '', path = '/', resourceMethods } of found) {
    const methods = sorted(Object.entries(resourceMethods ?? {})).map(([verb, method]) => [
      verb,
      methodFrom(method, naming, pointer(['resources', id, 'methods', verb]), parts),
    ])
    resources[id] = { path, methods: Object.fromEntries(methods) }
  }
  return resources
}

function methodFrom(found: AwsMethod, naming: Naming, at: string, parts: Parts): Method {
  const type = authorizationTypes.find((t) => t === found.authorizationType)
  if (!type) parts.hide(`${at}/authorizationType`, 'notModelled', `How does ${found.authorizationType} authorize?`)
  return {
    authorizationType: type ?? 'NONE',
    ...set({ authorizer: found.authorizerId }),
    apiKeyRequired: found.apiKeyRequired ?? false,
    ...filled('requestParameters', found.requestParameters),
    ...filled('requestModels', found.requestModels),
    ...set({ requestValidator: found.requestValidatorId }),
    ...filled('methodResponses', Object.fromEntries(Object.keys(found.methodResponses ?? {}).map((c) => [c, {}]))),
    ...integrationFrom(found, naming, at, parts),
  }
}

/** A record that holds nothing is one that is not set. */
function filled<K extends string, V>(key: K, values: Record<string, V> | undefined): { [P in K]?: Record<string, V> } {
  const fields: { [P in K]?: Record<string, V> } = {}
  if (values && Object.keys(values).length > 0) fields[key] = Object.fromEntries(sorted(Object.entries(values)))
  return fields
}

function integrationFrom(found: AwsMethod, naming: Naming, at: string, parts: Parts): Pick<Method, 'integration'> {
  const raw = rawIntegration.safeParse(found.methodIntegration)
  if (!raw.success) {
    if (found.methodIntegration) parts.hide(`${at}/integration`, 'failed', 'AWS gave an integration without a type.')
    return {}
  }
  const integration = integrationOf(raw.data, naming)
  if (!integration) parts.hide(`${at}/integration`, 'notModelled', `What does an integration ${raw.data.type} do?`)
  return set({ integration })
}
