import { z } from 'zod'
import { whys } from '@/lib/known/known'

/**
 * The kinds of field a resource is made of. One declaration per field drives arrows, pickers, dangling-reference
 * errors, forms and JSON Schema: the meaning stands in zod's metadata (`.meta()` comes last, or it is lost).
 */
export const ref = (...kinds: string[]) => z.string().min(1).meta({ ref: kinds })

/** Text that AWS wants with real ids; may hold `${LOGICALID.field}` and AWS's own `${…}`. */
export const text = () => z.string().meta({ text: true })

/** JSON text of a policy, kept as text so that broken ones and positions survive. */
export const policy = () => z.looseObject({ text: z.string().meta({ policyText: true }) })

export const ip = () => z.union([z.ipv4(), z.ipv6()], 'an IPv4 or IPv6 address').meta({ format: 'ip' })
export const cidr = () => z.union([z.cidrv4(), z.cidrv6()], 'a CIDR block such as 10.0.0.0/16').meta({ format: 'cidr' })
export const port = () => z.number().int().min(0).max(65535).meta({ format: 'port' })

export const hole = z.looseObject({
  path: z.string(),
  why: z.enum(whys),
  ask: z.string(),
  permission: z.string().optional(),
})

/** What every resource may carry. `region` decides the partition. */
export const base = {
  name: z.string().optional(),
  physicalId: z.string().optional(),
  arn: z.string().optional(),
  account: ref('account').optional(),
  region: z.string().optional(),
  tags: z.record(z.string(), z.string()).optional(),
  notVisible: z.array(hole).optional(),
}

// ---- stated facts, which no AWS call shows

export const cert = z.looseObject({
  names: z.array(z.string()),
  trusted: z.boolean().optional(),
  expires: z.string().optional(),
})

export const match = z.looseObject({
  method: z.string().optional(),
  path: z.string().optional(),
  header: z.looseObject({ name: z.string(), value: z.string() }).optional(),
})

export const software = z
  .looseObject({
    listens: z.array(
      z.looseObject({
        port: port(),
        tls: cert.extend({ minVersion: z.string().optional() }).optional(),
      }),
    ),
    answersAfterMs: z.number().optional(),
    answers: z
      .array(
        z.looseObject({
          when: match,
          status: z.number().int(),
          headers: z.record(z.string(), z.string()).optional(),
          body: z.string().optional(),
        }),
      )
      .optional(),
  })
  .meta({ stated: true })

export const dns = z.looseObject({
  servers: z.enum(['AmazonProvidedDNS', 'own']),
  forwards: z
    .array(z.looseObject({ domain: z.string(), to: z.union([ref('resolverEndpoint'), z.array(ip())]) }))
    .optional(),
})
