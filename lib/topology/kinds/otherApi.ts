import { z } from 'zod'
import { base } from '../field'

/** An HTTP or WebSocket API: named only, its inside is not modelled. */
export const otherApi = z.looseObject({
  kind: z.literal('otherApi'),
  ...base,
  type: z.enum(['HTTP', 'WEBSOCKET']),
})
