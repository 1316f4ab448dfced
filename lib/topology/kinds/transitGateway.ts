import { z } from 'zod'
import { base, cidr, ref } from '../field'

/** `routes` of an attachment are those of the transit gateway route table that the attachment is associated with. */
export const transitGateway = z.looseObject({
  kind: z.literal('transitGateway'),
  ...base,
  securityGroupReferencingSupport: z.boolean().optional(),
  attachments: z.array(
    z.looseObject({
      to: ref('vpc', 'network'),
      subnets: z.array(ref('subnet')).optional(),
      securityGroupReferencingSupport: z.boolean().optional(),
      routes: z.array(z.looseObject({ destination: cidr(), to: ref('vpc', 'network'), state: z.string() })).optional(),
    }),
  ),
})
