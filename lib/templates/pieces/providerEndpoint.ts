import type { Part } from '../part'
import type { Setting } from '../setting'
import { account1 } from './accounts'
import { interfaceEndpoint } from './interfaceEndpoint'
import { securityGroup, tcpFrom } from './network'
import { appSubnets, providerCidr, providerVpcId } from './providerVpc'

export const providerEndpointId = 'vpce-0d4d61b31cecd49fc'
export const providerEndpointGroup = 'sg-0a0000000000e9001'
export const providerInterfaces = [
  { subnet: appSubnets.a, address: '10.0.0.75', zone: 'a' as const },
  { subnet: appSubnets.b, address: '10.0.3.206', zone: 'b' as const },
  { subnet: appSubnets.c, address: '10.0.11.153', zone: 'c' as const },
]

/** The provider VPC's entrance to API Gateway. */
export function providerEndpoint(setting: Setting): Part {
  const owner = { account: account1, region: setting.region }
  return {
    ...securityGroup(owner, providerVpcId, providerEndpointGroup, 'endpoint', [tcpFrom(443, providerCidr)]),
    ...interfaceEndpoint(setting, owner, {
      id: providerEndpointId,
      name: 'provider execute-api',
      random: 'rsnonbkv',
      vpc: providerVpcId,
      interfaces: providerInterfaces,
      securityGroup: providerEndpointGroup,
    }),
  }
}
