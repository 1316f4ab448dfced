import type { Method } from '@/lib/topology/document'
import type { Exported, Operation, Scheme } from './exported'
import { integrationOf, type Naming, sorted } from './integration'

/** A deployment's methods as GetDeployment gives them with `embed=apisummary`: path, verb, how it is authorized. */
export type Summary = Record<string, Record<string, { authorizationType?: string; apiKeyRequired?: boolean }>>

/** Ids of saved parts by the name that an export uses. */
export interface SavedNames {
  authorizers: Record<string, string>
  validators: Record<string, string>
}

export type Hide = (part: string, ask: string) => void

export function methodOf(
  doc: Exported,
  op: Operation,
  saved: Method | undefined,
  said: Summary[string][string] | undefined,
  names: SavedNames,
  naming: Naming,
  hide: Hide,
): Method {
  const schemes = doc.components?.securitySchemes ?? {}
  const named = (op.security ?? []).flatMap((s) => Object.keys(s))
  const guard = named.map((name) => guardOf(name, schemes[name])).find((g) => g !== undefined)
  const authorizationType = authorizationTypes.find((t) => t === said?.authorizationType) ?? guard?.type ?? 'NONE'
  const keyed = named.some((name) => isApiKey(name, schemes[name]))
  const guarded = authorizationType === 'CUSTOM' || authorizationType === 'COGNITO_USER_POOLS'
  const authorizer = guarded ? guard?.authorizer : undefined
  if (guarded && authorizer === undefined) hide('/authorizer', 'Which authorizer was deployed with this method?')
  const method: Method = {
    authorizationType,
    ...(authorizer === undefined ? {} : { authorizer: names.authorizers[authorizer] ?? authorizer }),
    apiKeyRequired: said?.apiKeyRequired ?? keyed,
  }
  validation(doc, op, saved, names, method, hide)
  const codes = Object.keys(op.responses ?? {})
  if (codes.length > 0) method.methodResponses = Object.fromEntries(codes.map((code) => [code, {}]))
  const raw = op['x-amazon-apigateway-integration']
  const integration = raw ? integrationOf(raw, naming) : undefined
  if (integration) method.integration = integration
  else hide('/integration', 'Which integration was deployed with this method? The export does not say.')
  return method
}

export const authorizationTypes = ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'] as const

function guardOf(
  name: string,
  s: Scheme | undefined,
): { type: Method['authorizationType']; authorizer?: string } | undefined {
  if (name === 'sigv4' || s?.['x-amazon-apigateway-authtype']?.toLowerCase() === 'awssigv4') return { type: 'AWS_IAM' }
  const type = s?.['x-amazon-apigateway-authorizer']?.type?.toLowerCase()
  if (type === 'cognito_user_pools') return { type: 'COGNITO_USER_POOLS', authorizer: name }
  return type === undefined ? undefined : { type: 'CUSTOM', authorizer: name }
}

const isApiKey = (name: string, s: Scheme | undefined): boolean =>
  name === 'api_key' ||
  (s?.type === 'apiKey' && s.name?.toLowerCase() === 'x-api-key' && guardOf(name, s) === undefined)

/** Parameters, models and validator of a method. */
function validation(
  doc: Exported,
  op: Operation,
  saved: Method | undefined,
  names: SavedNames,
  method: Method,
  hide: Hide,
): void {
  const places: Record<string, string> = { header: 'header', query: 'querystring', path: 'path' }
  const parameters = (op.parameters ?? []).flatMap(({ name, in: at = '', required }) =>
    name !== undefined && places[at] !== undefined
      ? [[`method.request.${places[at]}.${name}`, required ?? false] as [string, boolean]]
      : [],
  )
  if (parameters.length > 0) method.requestParameters = Object.fromEntries(sorted(parameters))
  else if (saved?.requestParameters) hide('/requestParameters', 'Which request parameters were deployed?')
  const models = Object.entries(op.requestBody?.content ?? {}).flatMap(([type, { schema }]) => {
    const name = modelName(schema)
    return name === undefined ? [] : [[type, name] as [string, string]]
  })
  if (models.length > 0) method.requestModels = Object.fromEntries(sorted(models))
  else if (saved?.requestModels) hide('/requestModels', 'Which request models were deployed?')
  const validator = op['x-amazon-apigateway-request-validator'] ?? doc['x-amazon-apigateway-request-validator']
  if (validator !== undefined) method.requestValidator = names.validators[validator] ?? validator
  else if (saved?.requestValidator) hide('/requestValidator', 'Which request validator was deployed?')
}

function modelName(schema: unknown): string | undefined {
  const $ref = typeof schema === 'object' && schema !== null && '$ref' in schema ? schema.$ref : undefined
  return typeof $ref === 'string' ? $ref.split('/').at(-1) : undefined
}
