import { networkLoadBalancerHost } from '@/lib/naming/loadBalancer'
import type { Part } from '../part'
import type { Setting } from '../setting'
import { networkLoadBalancer } from './networkLoadBalancer'
import { providerEndpointId, providerInterfaces } from './providerEndpoint'
import { appSubnets, providerVpcId } from './providerVpc'
import { networkAttributes, targetGroup, tcpCheck } from './targetGroup'
import { vpcLink } from './vpcLink'

export const innerLink = 'lsm4cw'

const name = 'web-app-fargate-nlb-internal2'
const hash = 'fdeb5f1534e02ddb'
const group = 'web-app-fargate-nlb-internal-tg2'

export const innerNlbDnsName = ({ region }: Setting) => networkLoadBalancerHost(name, hash, region)

/** The second NLB with the provider endpoint's interfaces as targets, and the link that leads the outer API to it. */
export const innerEntrance = (setting: Setting): Part => ({
  ...networkLoadBalancer(setting, {
    name,
    hash,
    vpc: providerVpcId,
    nodes: [
      { subnet: appSubnets.a, address: '10.0.1.95' },
      { subnet: appSubnets.b, address: '10.0.3.22' },
      { subnet: appSubnets.c, address: '10.0.9.229' },
    ],
    listens: [{ port: 443, targetGroup: group }],
  }),
  ...targetGroup(setting, {
    name: group,
    hash: '2e8f4a6c0b9d7135',
    vpc: providerVpcId,
    protocol: 'TCP',
    port: 443,
    healthCheck: tcpCheck,
    attributes: networkAttributes,
    targets: providerInterfaces.map(({ subnet, address, zone }) => ({
      address,
      zone,
      of: { vpcEndpoint: providerEndpointId, subnet },
    })),
  }),
  ...vpcLink(setting, innerLink, 'web-app-fargate-vpclink-2ndnlb', name),
})
