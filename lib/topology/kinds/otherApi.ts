import { z } from 'zod'
import { base, ref } from '../field'
import { target } from './targetGroup'

/**
 * An HTTP or WebSocket API: named only, its inside is not modelled. `routes` says no more than what a route leads to:
 * a VPC link and the registered instances behind it (those of a Cloud Map service).
 */
export const otherApi = z.looseObject({
  kind: z.literal('otherApi'),
  ...base,
  type: z.enum(['HTTP', 'WEBSOCKET']),
  routes: z
    .array(
      z.looseObject({
        routeKey: z.string(),
        connection: ref('vpcLink').optional(),
        targets: z.array(target).optional(),
      }),
    )
    .optional(),
})
