import { z } from 'zod'
import { base, cidr } from '../field'

export const managedPrefixList = z.looseObject({
  kind: z.literal('managedPrefixList'),
  ...base,
  entries: z.array(cidr()),
})
