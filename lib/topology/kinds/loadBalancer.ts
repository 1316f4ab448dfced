import { z } from 'zod'
import { base, cert, ip, port, ref } from '../field'

const action = z.union([
  z.looseObject({
    type: z.literal('forward'),
    targetGroups: z.array(z.looseObject({ targetGroup: ref('targetGroup'), weight: z.number().optional() })),
  }),
  z.looseObject({ type: z.literal('fixed-response'), statusCode: z.number().int(), body: z.string().optional() }),
  z.looseObject({ type: z.literal('redirect'), to: z.string() }),
])

/** `securityGroups` absent is an NLB made without any, which can never have one; it is not `[]`. */
export const loadBalancer = z.looseObject({
  kind: z.literal('loadBalancer'),
  ...base,
  type: z.enum(['network', 'application']),
  scheme: z.enum(['internal', 'internet-facing']),
  vpc: ref('vpc'),
  state: z.string(),
  dnsName: z.string().optional(),
  ipAddressType: z.string().optional(),
  availabilityZones: z.array(z.looseObject({ subnet: ref('subnet'), address: ip().optional() })),
  securityGroups: z.array(ref('securityGroup')).optional(),
  enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: z.enum(['on', 'off']).optional(),
  attributes: z.record(z.string(), z.string()).optional(),
  listeners: z.array(
    z.looseObject({
      protocol: z.string(),
      port: port(),
      certificates: z.array(cert).optional(),
      rules: z
        .array(z.looseObject({ priority: z.number().int(), conditions: z.array(z.unknown()), action }))
        .optional(),
      default: action,
    }),
  ),
})
