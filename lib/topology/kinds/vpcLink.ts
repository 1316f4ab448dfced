import { z } from 'zod'
import { base, ref } from '../field'

/** V1 has a `target` NLB; V2 has `subnets` and `securityGroups`, and each integration names its own target. */
export const vpcLink = z.looseObject({
  kind: z.literal('vpcLink'),
  ...base,
  version: z.enum(['V1', 'V2']),
  target: ref('loadBalancer').optional(),
  subnets: z.array(ref('subnet')).optional(),
  securityGroups: z.array(ref('securityGroup')).optional(),
  status: z.string(),
  statusMessage: z.string().optional(),
  endpointConnection: z.string().optional(),
})
