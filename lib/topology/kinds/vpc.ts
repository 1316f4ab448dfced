import { z } from 'zod'
import { base, cidr, ip } from '../field'

export const vpc = z.looseObject({
  kind: z.literal('vpc'),
  ...base,
  cidrBlocks: z.array(cidr()),
  enableDnsSupport: z.boolean(),
  enableDnsHostnames: z.boolean(),
  dhcpOptions: z
    .looseObject({ domainNameServers: z.array(z.union([z.literal('AmazonProvidedDNS'), ip()])) })
    .optional(),
})
