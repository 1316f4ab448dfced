import { z } from 'zod'
import { base, ip, ref } from '../field'

export const resolverEndpoint = z.looseObject({
  kind: z.literal('resolverEndpoint'),
  ...base,
  direction: z.enum(['INBOUND', 'OUTBOUND']),
  vpc: ref('vpc'),
  addresses: z.array(z.looseObject({ subnet: ref('subnet'), ip: ip() })),
  securityGroups: z.array(ref('securityGroup')),
})
