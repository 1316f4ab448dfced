import type { Part } from '../part'
import type { Setting } from '../setting'
import { account1 } from './accounts'
import { clientInstance } from './clientInstance'
import { interfaceEndpoint } from './interfaceEndpoint'
import { active, routeTable, securityGroup, tcpFrom, vpcWithAcl } from './network'
import { networkLoadBalancer } from './networkLoadBalancer'
import { providerCidr, providerVpcId } from './providerVpc'
import { subnets } from './subnets'
import { networkAttributes, targetGroup, tcpCheck } from './targetGroup'

export const consumerEndpointId = 'vpce-080de204ca78d2883'
export const consumerCidr = '172.16.0.0/16'
export const consumerPeering = 'pcx-0ab0ab0ab0ab0ab0a'

const vpc = 'vpc-0bbb2222cccc3333d'
const [a, b, c] = ['subnet-0b00000000000000a', 'subnet-0b00000000000000b', 'subnet-0b00000000000000c']
const clientSubnet = 'subnet-0b0000000000000c1'
const table = 'rtb-0b000000000000001'
const acl = 'acl-0b000000000000001'
const endpointGroup = 'sg-0b0000000000e9001'
const clientGroup = 'sg-0b000000000c11e01'
const interfaces = [
  { subnet: a, address: '172.16.1.118', zone: 'a' as const },
  { subnet: b, address: '172.16.17.64', zone: 'b' as const },
  { subnet: c, address: '172.16.33.221', zone: 'c' as const },
]

/** The consumer VPC: its endpoint, the NLB in front of it, its client, and the peering with the provider VPC. */
export function consumerVpc(setting: Setting): Part {
  const owner = { account: account1, region: setting.region }
  return {
    ...vpcWithAcl(owner, vpc, 'consumer', consumerCidr, acl),
    ...subnets(setting, owner, vpc, acl, [
      { id: a, name: 'consumer-a', cidr: '172.16.0.0/20', zone: 'a', routeTable: table },
      { id: b, name: 'consumer-b', cidr: '172.16.16.0/20', zone: 'b', routeTable: table },
      { id: c, name: 'consumer-c', cidr: '172.16.32.0/20', zone: 'c', routeTable: table },
      { id: clientSubnet, name: 'consumer-client', cidr: '172.16.48.0/24', zone: 'b', routeTable: table },
    ]),
    ...routeTable(
      owner,
      vpc,
      table,
      'consumer',
      [active(consumerCidr, 'local'), active(providerCidr, consumerPeering)],
      true,
    ),
    [consumerPeering]: {
      kind: 'vpcPeeringConnection',
      name: 'provider–consumer',
      physicalId: consumerPeering,
      ...owner,
      requester: providerVpcId,
      accepter: vpc,
      status: 'active',
      allowDnsResolution: { requester: false, accepter: false },
    },
    ...securityGroup(owner, vpc, endpointGroup, 'endpoint', [tcpFrom(443, consumerCidr)]),
    ...interfaceEndpoint(setting, owner, {
      id: consumerEndpointId,
      name: 'consumer execute-api',
      random: 'm2k7q9wd',
      vpc,
      interfaces,
      securityGroup: endpointGroup,
    }),
    ...consumerNlb(setting),
    ...securityGroup(owner, vpc, clientGroup, 'client', [tcpFrom(22, consumerCidr)]),
    ...clientInstance(owner, {
      vantage: 'client-consumer',
      physicalId: 'i-0b00000000000c125',
      subnet: clientSubnet,
      address: '172.16.48.25',
      securityGroup: clientGroup,
    }),
  }
}

const consumerNlb = (setting: Setting): Part => ({
  ...networkLoadBalancer(setting, {
    name: 'web-app-fargate-nlb-consumer',
    hash: '3c1d5e7f9a2b4c6d',
    vpc,
    nodes: [
      { subnet: a, address: '172.16.2.31' },
      { subnet: b, address: '172.16.18.32' },
      { subnet: c, address: '172.16.34.33' },
    ],
    listens: [{ port: 443, targetGroup: 'consumer-tg' }],
  }),
  ...targetGroup(setting, {
    name: 'consumer-tg',
    hash: '7d2c9e4b1f6a8053',
    vpc,
    protocol: 'TCP',
    port: 443,
    healthCheck: tcpCheck,
    attributes: networkAttributes,
    targets: interfaces.map(({ subnet, address, zone }) => ({
      address,
      zone,
      of: { vpcEndpoint: consumerEndpointId, subnet },
    })),
  }),
})
