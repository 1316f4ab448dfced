import { z } from 'zod'
import { base, cidr, ref } from '../field'

/** `ipProtocol` "-1" is every protocol and port; `fromPort` and `toPort` are absent then. */
export const permission = z.looseObject({
  ipProtocol: z.string(),
  fromPort: z.number().int().min(-1).max(65535).optional(),
  toPort: z.number().int().min(-1).max(65535).optional(),
  cidrs: z.array(cidr()).optional(),
  groups: z.array(ref('securityGroup')).optional(),
  prefixLists: z.array(ref('managedPrefixList')).optional(),
})

export const securityGroup = z.looseObject({
  kind: z.literal('securityGroup'),
  ...base,
  vpc: ref('vpc'),
  ipPermissions: z.array(permission),
  ipPermissionsEgress: z.array(permission),
})
