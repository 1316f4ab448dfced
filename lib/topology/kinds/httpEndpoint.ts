import { z } from 'zod'
import { base, ip, software } from '../field'

/** A backend named by host, outside what the chain describes. */
export const httpEndpoint = z.looseObject({
  kind: z.literal('httpEndpoint'),
  ...base,
  host: z.string(),
  addresses: z.array(ip()).optional(),
  software: software.optional(),
})
