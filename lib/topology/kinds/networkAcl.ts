import { z } from 'zod'
import { base, cidr, port, ref } from '../field'

/** `protocol` is "tcp", "udp", "icmp", a protocol number as text, or "-1" for all. */
export const networkAcl = z.looseObject({
  kind: z.literal('networkAcl'),
  ...base,
  vpc: ref('vpc'),
  isDefault: z.boolean().optional(),
  entries: z.array(
    z.looseObject({
      ruleNumber: z.number().int(),
      egress: z.boolean(),
      protocol: z.string(),
      portRange: z.looseObject({ from: port(), to: port() }).optional(),
      cidrBlock: cidr(),
      ruleAction: z.enum(['allow', 'deny']),
    }),
  ),
})
