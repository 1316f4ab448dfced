import { z } from 'zod'
import { base, ip, ref } from '../field'

export const resolverRule = z.looseObject({
  kind: z.literal('resolverRule'),
  ...base,
  domainName: z.string(),
  ruleType: z.enum(['FORWARD', 'SYSTEM']),
  targetIps: z.array(ip()),
  vpcs: z.array(ref('vpc')),
})
