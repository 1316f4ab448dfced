import { z } from 'zod'
import { base, ref } from '../field'
import { api, apiShape } from './api'

/** `disableExecuteApiEndpoint` here is what the stage took over at its last deployment or update. */
export const stage = z.looseObject({
  deploymentId: z.string(),
  variables: z.record(z.string(), z.string()).optional(),
  methodSettings: z
    .record(
      z.string(),
      z.looseObject({
        throttlingRateLimit: z.number().optional(),
        throttlingBurstLimit: z.number().optional(),
      }),
    )
    .optional(),
  webAcl: ref('webAcl').optional(),
  disableExecuteApiEndpoint: z.boolean().optional(),
  canarySettings: z
    .looseObject({
      percentTraffic: z.number().min(0).max(100),
      deploymentId: z.string(),
      stageVariableOverrides: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
})

/** What stands on the resource is *saved*; a stage serves the snapshot of its deployment. */
export const restApi = z.looseObject({
  kind: z.literal('restApi'),
  ...base,
  ...apiShape,
  apiStatus: z.string().optional(),
  deployments: z.record(z.string(), z.looseObject({ createdDate: z.string().optional(), api })),
  stages: z.record(z.string(), stage),
})
