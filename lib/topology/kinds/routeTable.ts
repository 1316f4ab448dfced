import { z } from 'zod'
import { base, cidr, ref } from '../field'

export const routeTable = z.looseObject({
  kind: z.literal('routeTable'),
  ...base,
  vpc: ref('vpc'),
  main: z.boolean().optional(),
  routes: z.array(
    z.looseObject({
      destination: z.union([cidr(), ref('managedPrefixList')]),
      target: z.union([z.literal('local'), ref('gateway', 'vpcPeeringConnection', 'transitGateway')]),
      state: z.enum(['active', 'blackhole', 'filtered']),
    }),
  ),
})
