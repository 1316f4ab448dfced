import { z } from 'zod'
import { base, cert, policy, ref } from '../field'

export const domainName = z.looseObject({
  kind: z.literal('domainName'),
  ...base,
  domainName: z.string(),
  type: z.enum(['PRIVATE', 'REGIONAL', 'EDGE']),
  domainNameId: z.string().optional(),
  domainNameStatus: z.string().optional(),
  certificate: cert.optional(),
  policy: policy().optional(),
  managementPolicy: policy().optional(),
  securityPolicy: z.string().optional(),
  endpointAccessMode: z.enum(['BASIC', 'STRICT']).optional(),
  routingMode: z.string().optional(),
  targetDomainName: z.string().optional(),
  basePathMappings: z.array(z.looseObject({ basePath: z.string(), restApi: ref('restApi'), stage: z.string() })),
  routingRules: z
    .array(
      z.looseObject({
        priority: z.number().int(),
        conditions: z.unknown(),
        restApi: ref('restApi'),
        stage: z.string(),
        stripBasePath: z.boolean().optional(),
      }),
    )
    .optional(),
  accessAssociations: z.array(z.looseObject({ vpcEndpoint: ref('vpcEndpoint'), status: z.string() })).optional(),
})
