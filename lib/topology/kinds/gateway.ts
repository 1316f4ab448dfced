import { z } from 'zod'
import { base, ref } from '../field'

/** An internet gateway, a NAT gateway (with its subnet) or a virtual private gateway. */
export const gateway = z.looseObject({
  kind: z.literal('gateway'),
  ...base,
  type: z.enum(['internet', 'nat', 'virtualPrivate']),
  vpc: ref('vpc'),
  subnet: ref('subnet').optional(),
  state: z.string().optional(),
})
