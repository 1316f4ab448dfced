import { z } from 'zod'
import type { Integration } from '@/lib/topology/document'

const texts = z.record(z.string(), z.string().nullish()).nullish()

const response = z.looseObject({
  statusCode: z.union([z.string(), z.number()]).nullish(),
  selectionPattern: z.string().nullish(),
  responseParameters: texts,
  responseTemplates: texts,
})

/**
 * An integration as GetResources gives it (`integrationResponses` by status) or as an export writes it (types in lower
 * case, `responses` by selection pattern):
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
 */
export const rawIntegration = z.looseObject({
  type: z.string(),
  httpMethod: z.string().nullish(),
  uri: z.string().nullish(),
  connectionType: z.string().nullish(),
  connectionId: z.string().nullish(),
  integrationTarget: z.string().nullish(),
  requestParameters: texts,
  requestTemplates: texts,
  passthroughBehavior: z.string().nullish(),
  contentHandling: z.string().nullish(),
  timeoutInMillis: z.number().nullish(),
  tlsConfig: z.looseObject({ insecureSkipVerification: z.boolean().nullish() }).nullish(),
  responseTransferMode: z.string().nullish(),
  integrationResponses: z.record(z.string(), response).nullish(),
  responses: z.record(z.string(), response).nullish(),
})
export type RawIntegration = z.infer<typeof rawIntegration>

/** How the document names what an integration leads to. */
export interface Naming {
  /** The logical id of a VPC link; undefined where it does not exist. */
  link: (connectionId: string) => string | undefined
  balancer: (arn: string) => string
  lambda: (arn: string) => string
}

const types = ['HTTP', 'HTTP_PROXY', 'AWS', 'AWS_PROXY', 'MOCK'] as const

/** The integration of the document, or undefined where its type is none that AWS documents. */
export function integrationOf(raw: RawIntegration, naming: Naming): Integration | undefined {
  const type = types.find((word) => word === raw.type.toUpperCase())
  if (!type) return undefined
  const lambda = lambdaArn(raw.uri ?? undefined)
  const link = raw.connectionId ? naming.link(raw.connectionId) : undefined
  const integration: Integration = { type }
  if (raw.httpMethod) integration.integrationHttpMethod = raw.httpMethod
  if (raw.connectionType === 'VPC_LINK' || raw.connectionType === 'INTERNET')
    integration.connectionType = raw.connectionType
  if (link !== undefined) integration.connection = link
  // The id of a link that AWS does not know stays readable, though it leads nowhere.
  else if (raw.connectionId) integration.connectionId = raw.connectionId
  if (raw.integrationTarget) integration.integrationTarget = naming.balancer(raw.integrationTarget)
  if (raw.uri) integration.uri = raw.uri
  if (lambda !== undefined) integration.function = naming.lambda(lambda)
  const requestParameters = textsOf(raw.requestParameters)
  if (requestParameters) integration.requestParameters = requestParameters
  const requestTemplates = textsOf(raw.requestTemplates)
  if (requestTemplates) integration.requestTemplates = requestTemplates
  if (raw.passthroughBehavior) integration.passthroughBehavior = raw.passthroughBehavior.toUpperCase()
  if (raw.contentHandling) integration.contentHandling = raw.contentHandling.toUpperCase()
  if (typeof raw.timeoutInMillis === 'number') integration.timeoutInMillis = raw.timeoutInMillis
  if (raw.tlsConfig)
    integration.tlsConfig = { insecureSkipVerification: raw.tlsConfig.insecureSkipVerification ?? false }
  if (raw.responseTransferMode) integration.responseTransferMode = raw.responseTransferMode
  const responses = responsesOf(raw)
  if (Object.keys(responses).length > 0) integration.integrationResponses = responses
  return integration
}

/** `arn:…:apigateway:REGION:lambda:path/2015-03-31/functions/ARN/invocations` */
const lambdaArn = (uri: string | undefined): string | undefined => /\/functions\/(arn:[^/]+)\//.exec(uri ?? '')?.[1]

/** The texts of a record in one order: saved and deployed are compared. */
export function textsOf(values: Record<string, string | null | undefined> | null | undefined) {
  const kept = sorted(Object.entries(values ?? {})).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  )
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

export const sorted = <T>(entries: [string, T][]): [string, T][] => entries.sort(([a], [b]) => (a < b ? -1 : 1))

type Responses = NonNullable<Integration['integrationResponses']>

function responsesOf(raw: RawIntegration): Responses {
  const written: Responses = {}
  for (const [status, r] of Object.entries(raw.integrationResponses ?? {}))
    written[status] = responseOf(r, r.selectionPattern ?? undefined)
  // An export keys them by selection pattern; `default` is the one without.
  for (const [pattern, r] of Object.entries(raw.responses ?? {}))
    written[String(r.statusCode ?? '200')] = responseOf(r, pattern === 'default' ? undefined : pattern)
  return written
}

function responseOf(r: z.infer<typeof response>, selectionPattern: string | undefined): Responses[string] {
  const responseParameters = textsOf(r.responseParameters)
  const responseTemplates = textsOf(r.responseTemplates)
  return {
    ...(selectionPattern ? { selectionPattern } : {}),
    ...(responseParameters ? { responseParameters } : {}),
    ...(responseTemplates ? { responseTemplates } : {}),
  }
}
