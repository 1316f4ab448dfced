import { z } from 'zod'
import { rawIntegration } from './integration'

export const operation = z.looseObject({
  parameters: z
    .array(z.looseObject({ name: z.string().optional(), in: z.string().optional(), required: z.boolean().optional() }))
    .optional(),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown().optional() })).optional() })
    .optional(),
  responses: z.record(z.string(), z.unknown()).optional(),
  security: z.array(z.record(z.string(), z.unknown())).optional(),
  'x-amazon-apigateway-integration': rawIntegration.optional(),
  'x-amazon-apigateway-request-validator': z.string().optional(),
})
export type Operation = z.infer<typeof operation>

const scheme = z.looseObject({
  type: z.string().optional(),
  in: z.string().optional(),
  name: z.string().optional(),
  'x-amazon-apigateway-authtype': z.string().optional(),
  'x-amazon-apigateway-authorizer': z
    .looseObject({
      type: z.string().optional(),
      identitySource: z.string().optional(),
      authorizerResultTtlInSeconds: z.number().optional(),
    })
    .optional(),
})
export type Scheme = z.infer<typeof scheme>

const endpointConfiguration = z.looseObject({
  vpcEndpointIds: z.array(z.string()).optional(),
  disableExecuteApiEndpoint: z.boolean().optional(),
})

/**
 * OpenAPI 3.0 with API Gateway's extensions, as GetExport writes it:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
export const exported = z.looseObject({
  servers: z
    .array(z.looseObject({ 'x-amazon-apigateway-endpoint-configuration': endpointConfiguration.optional() }))
    .optional(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z
    .looseObject({
      schemas: z.record(z.string(), z.unknown()).optional(),
      securitySchemes: z.record(z.string(), scheme).optional(),
    })
    .optional(),
  'x-amazon-apigateway-policy': z.unknown().optional(),
  'x-amazon-apigateway-api-key-source': z.enum(['HEADER', 'AUTHORIZER']).optional(),
  'x-amazon-apigateway-security-policy': z.string().optional(),
  'x-amazon-apigateway-endpoint-access-mode': z.enum(['BASIC', 'STRICT']).optional(),
  'x-amazon-apigateway-request-validator': z.string().optional(),
  'x-amazon-apigateway-request-validators': z
    .record(
      z.string(),
      z.looseObject({ validateRequestBody: z.boolean().optional(), validateRequestParameters: z.boolean().optional() }),
    )
    .optional(),
  'x-amazon-apigateway-gateway-responses': z
    .record(
      z.string(),
      z.looseObject({
        statusCode: z.union([z.string(), z.number()]).nullish(),
        responseParameters: z.record(z.string(), z.string().nullish()).nullish(),
        responseTemplates: z.record(z.string(), z.string().nullish()).nullish(),
      }),
    )
    .optional(),
})
export type Exported = z.infer<typeof exported>
