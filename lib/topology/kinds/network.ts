import { z } from 'zod'
import { base, cidr, dns, ref } from '../field'

/** A network on premises, behind a virtual private gateway or a transit gateway. */
export const network = z.looseObject({
  kind: z.literal('network'),
  ...base,
  cidrs: z.array(cidr()),
  via: ref('gateway', 'transitGateway'),
  link: z.enum(['directConnect', 'vpn']),
  dns,
  internetEgress: z.boolean(),
})
