import { z } from 'zod'
import { base, dns, ip, ref } from '../field'

/**
 * A caller that is not an EC2 instance: on the internet, on premises, or anything in a subnet.
 * `pinned` are hosts-file entries or cached answers; `tunnel` is an SSH forward (`listens` host:port here, `leavesAt` a
 * resource, `to` host:port there); `signsHostOf` says which host a signing tool signs; `sourceNat` is the address that a
 * VPN server puts in the place of all its clients' own.
 */
export const client = z.looseObject({
  kind: z.literal('client'),
  ...base,
  place: z.union([z.literal('internet'), ref('subnet', 'network')]),
  address: ip().optional(),
  securityGroups: z.array(ref('securityGroup')).optional(),
  caller: ref('principal').optional(),
  dns: dns.optional(),
  pinned: z.record(z.string(), z.array(ip())).optional(),
  tunnel: z.looseObject({ listens: z.string(), leavesAt: ref('instance', 'client'), to: z.string() }).optional(),
  trusts: z.array(z.string()).optional(),
  signsHostOf: z.enum(['url', 'header']).optional(),
  sourceNat: ip().optional(),
})
