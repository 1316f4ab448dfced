import { z } from 'zod'
import { base, cidr } from '../field'

/** `opaque`: a rule whose statement is not modelled; it may match anything. */
export const webAcl = z.looseObject({
  kind: z.literal('webAcl'),
  ...base,
  defaultAction: z.enum(['ALLOW', 'BLOCK']),
  rules: z.array(
    z.looseObject({
      priority: z.number().int(),
      action: z.enum(['ALLOW', 'BLOCK', 'COUNT']),
      addresses: z.array(cidr()).optional(),
      opaque: z.literal(true).optional(),
    }),
  ),
})
