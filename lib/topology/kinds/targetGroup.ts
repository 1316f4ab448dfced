import { z } from 'zod'
import { base, ip, port, ref } from '../field'

const bound = z.union([
  z.looseObject({ vpcEndpoint: ref('vpcEndpoint'), subnet: ref('subnet') }),
  z.looseObject({ ecsService: ref('ecsService'), task: z.string().optional() }),
  z.looseObject({ instance: ref('instance') }),
  z.looseObject({ loadBalancer: ref('loadBalancer') }),
])

/** `id` is what is registered, `of` what is meant; a difference between the two is drift. */
export const target = z.looseObject({
  id: z.union([ip(), z.string()]).optional(),
  port: port().optional(),
  availabilityZone: z.string().optional(),
  of: bound.optional(),
  health: z.looseObject({ state: z.string(), reason: z.string().optional() }).optional(),
})

export const targetGroup = z.looseObject({
  kind: z.literal('targetGroup'),
  ...base,
  vpc: ref('vpc'),
  targetType: z.enum(['ip', 'instance', 'alb']),
  protocol: z.string(),
  port: port(),
  healthCheck: z.record(z.string(), z.union([z.string(), z.number()])),
  attributes: z.record(z.string(), z.string()).optional(),
  targets: z.array(target),
})
