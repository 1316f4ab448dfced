import { z } from 'zod'
import { base, ip, ref, software } from '../field'

export const instance = z.looseObject({
  kind: z.literal('instance'),
  ...base,
  subnet: ref('subnet'),
  privateIpAddress: ip(),
  securityGroups: z.array(ref('securityGroup')),
  caller: ref('principal').optional(),
  pinned: z.record(z.string(), z.array(ip())).optional(),
  signsHostOf: z.enum(['url', 'header']).optional(),
  software: software.optional(),
})
