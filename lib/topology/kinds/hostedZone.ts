import { z } from 'zod'
import { base, ref } from '../field'

/** No `vpcs`: a public zone. `aliasTo` is a resource of the document or a DNS name. */
export const hostedZone = z.looseObject({
  kind: z.literal('hostedZone'),
  ...base,
  zoneName: z.string(),
  vpcs: z.array(ref('vpc')),
  records: z.array(
    z.looseObject({
      name: z.string(),
      type: z.string(),
      values: z.array(z.string()).optional(),
      aliasTo: z.string().optional(),
    }),
  ),
})
