import { z } from 'zod'
import { base, ip, policy, ref } from '../field'

/** No `policyDocument`: allow all. `dnsEntries` are names as AWS gives them, regional first, then zonal, then private. */
export const vpcEndpoint = z.looseObject({
  kind: z.literal('vpcEndpoint'),
  ...base,
  vpc: ref('vpc'),
  vpcEndpointType: z.string().optional(),
  serviceName: z.string(),
  state: z.string(),
  ipAddressType: z.string().optional(),
  privateDnsEnabled: z.boolean(),
  policyDocument: policy().optional(),
  securityGroups: z.array(ref('securityGroup')),
  networkInterfaces: z.array(z.looseObject({ subnet: ref('subnet'), privateIpAddress: ip().optional() })),
  dnsEntries: z.array(z.string()).optional(),
})
