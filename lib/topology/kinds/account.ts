import { z } from 'zod'
import { base } from '../field'

/** The partition follows from the region of what stands in it. */
export const account = z.looseObject({
  kind: z.literal('account'),
  ...base,
  accountId: z.string().regex(/^\d{12}$/, '12 digits'),
  organizationId: z.string().optional(),
  organizationPaths: z.array(z.string()).optional(),
  icpLicence: z.boolean().optional(),
})
