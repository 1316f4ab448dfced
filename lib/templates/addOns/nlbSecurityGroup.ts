import type { Part } from '../part'
import { account1 } from '../pieces/accounts'
import { fargateNlb } from '../pieces/fargate'
import { securityGroup, tcpFrom } from '../pieces/network'
import { providerCidr, providerVpcId } from '../pieces/providerVpc'
import type { Setting } from '../setting'

const group = 'sg-0a00000000000b001'

/**
 * The internal NLB made anew with a security group: one made without any can never have one. The group is not asked
 * for traffic that comes over PrivateLink, so the VPC link goes on working.
 */
export function nlbSecurityGroup(part: Part, { region }: Setting): Part {
  const nlb = part[fargateNlb]
  if (nlb?.kind !== 'loadBalancer') return part
  return {
    ...part,
    ...securityGroup({ account: account1, region }, providerVpcId, group, 'nlb', [
      tcpFrom(80, providerCidr),
      tcpFrom(5000, providerCidr),
    ]),
    [fargateNlb]: {
      ...nlb,
      securityGroups: [group],
      enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'off',
    },
  }
}
