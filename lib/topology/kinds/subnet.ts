import { z } from 'zod'
import { base, cidr, ref } from '../field'

/** No `routeTable`: the VPC's main table applies. */
export const subnet = z.looseObject({
  kind: z.literal('subnet'),
  ...base,
  vpc: ref('vpc'),
  cidrBlock: cidr(),
  availabilityZone: z.string(),
  availabilityZoneId: z.string(),
  routeTable: ref('routeTable').optional(),
  networkAcl: ref('networkAcl'),
})
