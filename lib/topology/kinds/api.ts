import { z } from 'zod'
import { match, policy, ref, text } from '../field'

export const integration = z.looseObject({
  type: z.enum(['HTTP', 'HTTP_PROXY', 'AWS', 'AWS_PROXY', 'MOCK']),
  integrationHttpMethod: z.string().optional(),
  connectionType: z.enum(['INTERNET', 'VPC_LINK']).optional(),
  connection: ref('vpcLink').optional(),
  integrationTarget: ref('loadBalancer').optional(),
  uri: text().optional(),
  function: ref('lambdaFunction').optional(),
  requestParameters: z.record(z.string(), text()).optional(),
  requestTemplates: z.record(z.string(), text()).optional(),
  passthroughBehavior: z.string().optional(),
  contentHandling: z.string().optional(),
  timeoutInMillis: z.number().int().optional(),
  tlsConfig: z.looseObject({ insecureSkipVerification: z.boolean().optional() }).optional(),
  responseTransferMode: z.string().optional(),
  integrationResponses: z
    .record(
      z.string(),
      z.looseObject({
        selectionPattern: z.string().optional(),
        responseParameters: z.record(z.string(), z.string()).optional(),
        responseTemplates: z.record(z.string(), text()).optional(),
      }),
    )
    .optional(),
})

export const method = z.looseObject({
  authorizationType: z.enum(['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS']),
  authorizer: z.string().optional(),
  apiKeyRequired: z.boolean().optional(),
  requestParameters: z.record(z.string(), z.boolean()).optional(),
  requestModels: z.record(z.string(), z.string()).optional(),
  requestValidator: z.string().optional(),
  methodResponses: z.record(z.string(), z.unknown()).optional(),
  integration: integration.optional(),
})

/** `answers` is stated: what the function (or the pool) says to a request. */
export const authorizer = z.looseObject({
  type: z.enum(['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS']),
  identitySource: z.string().optional(),
  ttl: z.number().optional(),
  answers: z
    .array(z.looseObject({ when: match, policy: policy().optional(), fails: z.boolean().optional() }))
    .optional(),
})

/** What a deployment freezes: stands once on the REST API (saved) and once in each deployment. */
export const apiShape = {
  policy: policy().optional(),
  endpointConfiguration: z.looseObject({
    type: z.enum(['PRIVATE', 'REGIONAL', 'EDGE']),
    vpcEndpointIds: z.array(ref('vpcEndpoint')).optional(),
    ipAddressType: z.string().optional(),
  }),
  disableExecuteApiEndpoint: z.boolean().optional(),
  securityPolicy: z.string().optional(),
  endpointAccessMode: z.enum(['BASIC', 'STRICT']).optional(),
  apiKeySource: z.enum(['HEADER', 'AUTHORIZER']).optional(),
  resources: z.record(z.string(), z.looseObject({ path: z.string(), methods: z.record(z.string(), method) })),
  authorizers: z.record(z.string(), authorizer).optional(),
  requestValidators: z.record(z.string(), z.looseObject({ body: z.boolean(), parameters: z.boolean() })).optional(),
  models: z.record(z.string(), text()).optional(),
  gatewayResponses: z
    .record(
      z.string(),
      z.looseObject({
        statusCode: z.number().int().optional(),
        responseParameters: z.record(z.string(), z.string()).optional(),
        responseTemplates: z.record(z.string(), text()).optional(),
      }),
    )
    .optional(),
}

export const api = z.looseObject(apiShape)
