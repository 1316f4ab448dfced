import { z } from 'zod'
import { base, ref } from '../field'

/** Key values are never kept: only their SHA-256 in hex, to compare with. */
export const usagePlan = z.looseObject({
  kind: z.literal('usagePlan'),
  ...base,
  apiStages: z.array(z.looseObject({ restApi: ref('restApi'), stage: z.string() })),
  apiKeys: z.array(z.looseObject({ id: z.string(), enabled: z.boolean(), valueHash: z.string().optional() })),
  throttle: z.unknown().optional(),
  quota: z.unknown().optional(),
})
