import { z } from 'zod'
import { base, ref } from '../field'

export const vpcPeeringConnection = z.looseObject({
  kind: z.literal('vpcPeeringConnection'),
  ...base,
  requester: ref('vpc'),
  accepter: ref('vpc'),
  status: z.string(),
  allowDnsResolution: z.looseObject({ requester: z.boolean(), accepter: z.boolean() }).optional(),
})
