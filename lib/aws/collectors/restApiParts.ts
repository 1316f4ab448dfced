import type { Authorizer as AwsAuthorizer, Resource as AwsResource } from '@aws-sdk/client-api-gateway'
import type { Api, Authorizer } from '@/lib/topology/document'
import type { SavedNames } from '../api/deployedMethod'
import { sorted, textsOf } from '../api/integration'
import { pages } from '../batch'
import type { Parts } from '../holes'
import type { Site } from '../site'
import { set } from './tags'

interface SavedParts {
  parts: Pick<Api, 'gatewayResponses' | 'authorizers' | 'requestValidators' | 'models'>
  names: SavedNames
}

/** The parts of a saved API beside its methods; those that no method uses are not asked for. */
export async function savedParts(site: Site, id: string, resources: AwsResource[], parts: Parts): Promise<SavedParts> {
  const methods = resources.flatMap((r) => Object.values(r.resourceMethods ?? {}))
  const uses = (used: boolean, path: string, run: () => Promise<SavedPart>) =>
    used ? parts.read(path, run) : undefined
  const [gatewayResponses, authorizers, validators, models] = await Promise.all([
    parts.read('/gatewayResponses', () => gatewayResponsesOf(site, id)),
    uses(
      methods.some((m) => m.authorizerId),
      '/authorizers',
      () => authorizersOf(site, id),
    ),
    uses(
      methods.some((m) => m.requestValidatorId),
      '/requestValidators',
      () => validatorsOf(site, id),
    ),
    parts.read('/models', () =>
      modelsOf(
        site,
        id,
        methods.flatMap((m) => Object.values(m.requestModels ?? {})),
      ),
    ),
  ])
  return {
    parts: {
      ...some('gatewayResponses', gatewayResponses),
      ...some('authorizers', authorizers?.authorizers),
      ...some('requestValidators', validators?.requestValidators),
      ...some('models', models),
    },
    names: { authorizers: authorizers?.names ?? {}, validators: validators?.names ?? {} },
  }
}

interface SavedPart extends Pick<Api, 'authorizers' | 'requestValidators'> {
  /** Ids by name: an export uses names. */
  names: Record<string, string>
}

function some<K extends string, V extends object>(key: K, values: V | undefined): { [P in K]?: V } {
  const fields: { [P in K]?: V } = {}
  if (values && Object.keys(values).length > 0) fields[key] = values
  return fields
}

/** AWS lists its own defaults too: https://docs.aws.amazon.com/apigateway/latest/api/API_GetGatewayResponses.html */
async function gatewayResponsesOf(site: Site, restApiId: string): Promise<NonNullable<Api['gatewayResponses']>> {
  const { client, sdk } = await site.clients.apigateway()
  const found = await pages(async (position) => {
    const page = await client.send(new sdk.GetGatewayResponsesCommand({ restApiId, limit: 500, position }))
    return { items: page.items, next: page.position }
  })
  const own = found.filter((r) => !r.defaultResponse).map((r): [string, typeof r] => [r.responseType ?? '', r])
  return Object.fromEntries(
    sorted(own).map(([type, r]) => [
      type,
      {
        ...(r.statusCode ? { statusCode: Number(r.statusCode) } : {}),
        ...some('responseParameters', textsOf(r.responseParameters)),
        ...some('responseTemplates', textsOf(r.responseTemplates)),
      },
    ]),
  )
}

async function authorizersOf(site: Site, restApiId: string): Promise<SavedPart> {
  const { client, sdk } = await site.clients.apigateway()
  const found = await pages(async (position) => {
    const page = await client.send(new sdk.GetAuthorizersCommand({ restApiId, limit: 500, position }))
    return { items: page.items, next: page.position }
  })
  return {
    authorizers: Object.fromEntries(found.map((a) => [a.id ?? '', authorizerFrom(a)])),
    names: Object.fromEntries(found.map((a) => [a.name ?? '', a.id ?? ''])),
  }
}

const authorizerFrom = (found: AwsAuthorizer): Authorizer => ({
  type: found.type ?? 'TOKEN',
  ...set({ identitySource: found.identitySource, ttl: found.authorizerResultTtlInSeconds }),
})

async function validatorsOf(site: Site, restApiId: string): Promise<SavedPart> {
  const { client, sdk } = await site.clients.apigateway()
  const found = await pages(async (position) => {
    const page = await client.send(new sdk.GetRequestValidatorsCommand({ restApiId, limit: 500, position }))
    return { items: page.items, next: page.position }
  })
  return {
    requestValidators: Object.fromEntries(
      found.map((v) => [
        v.id ?? '',
        { body: v.validateRequestBody ?? false, parameters: v.validateRequestParameters ?? false },
      ]),
    ),
    names: Object.fromEntries(found.map((v) => [v.name ?? '', v.id ?? ''])),
  }
}

/** Only the models that a method names. */
async function modelsOf(site: Site, restApiId: string, used: string[]): Promise<Record<string, string>> {
  if (used.length === 0) return {}
  const { client, sdk } = await site.clients.apigateway()
  const found = await pages(async (position) => {
    const page = await client.send(new sdk.GetModelsCommand({ restApiId, limit: 500, position }))
    return { items: page.items, next: page.position }
  })
  return Object.fromEntries(
    found.flatMap(({ name, schema }) =>
      name !== undefined && schema !== undefined && used.includes(name) ? [[name, schema]] : [],
    ),
  )
}
