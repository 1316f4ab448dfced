import type { Part } from '../part'
import type { Setting } from '../setting'
import { account1 } from './accounts'
import { clientInstance } from './clientInstance'
import { active, anywhere, routeTable, securityGroup, tcpFrom, vpcWithAcl } from './network'
import { subnets } from './subnets'

export const providerVpcId = 'vpc-0aaa1111bbbb2222c'
export const providerCidr = '10.0.0.0/16'
export const privateTable = 'rtb-0a000000000000001'
export const appSubnets = {
  a: 'subnet-0a00000000000000a',
  b: 'subnet-0a00000000000000b',
  c: 'subnet-0a00000000000000c',
} as const
export const taskGroup = 'sg-0a0000000000ec501'

const publicTable = 'rtb-0a000000000000002'
const clientSubnet = 'subnet-0a0000000000000c1'
const publicSubnet = 'subnet-0a0000000000000f0'
const natGateway = 'nat-0a000000000000001'
const internetGateway = 'igw-0a000000000000001'
const acl = 'acl-0a000000000000001'
const clientGroup = 'sg-0a000000000c11e01'
const defaultGroup = 'sg-0a000000000defa01'

/** The provider's VPC with its three application subnets and the client of the guide's private calls. */
export function providerVpc(setting: Setting): Part {
  const owner = { account: account1, region: setting.region }
  const vpc = providerVpcId
  return {
    ...vpcWithAcl(owner, vpc, 'provider', providerCidr, acl),
    ...subnets(setting, owner, vpc, acl, [
      { id: appSubnets.a, name: 'app-a', cidr: '10.0.0.0/23', zone: 'a', routeTable: privateTable },
      { id: appSubnets.b, name: 'app-b', cidr: '10.0.3.0/24', zone: 'b', routeTable: privateTable },
      { id: appSubnets.c, name: 'app-c', cidr: '10.0.8.0/22', zone: 'c', routeTable: privateTable },
      { id: clientSubnet, name: 'client', cidr: '10.0.2.0/24', zone: 'b', routeTable: privateTable },
      { id: publicSubnet, name: 'public', cidr: '10.0.16.0/24', zone: 'a', routeTable: publicTable },
    ]),
    ...routeTable(owner, vpc, privateTable, 'private', [active(providerCidr, 'local'), active(anywhere, natGateway)]),
    ...routeTable(
      owner,
      vpc,
      publicTable,
      'public',
      [active(providerCidr, 'local'), active(anywhere, internetGateway)],
      true,
    ),
    [natGateway]: {
      kind: 'gateway',
      physicalId: natGateway,
      ...owner,
      type: 'nat',
      vpc,
      subnet: publicSubnet,
      state: 'available',
    },
    [internetGateway]: { kind: 'gateway', physicalId: internetGateway, ...owner, type: 'internet', vpc },
    ...securityGroup(owner, vpc, clientGroup, 'client', [tcpFrom(22, providerCidr)]),
    ...securityGroup(owner, vpc, taskGroup, 'task', [tcpFrom(5000, providerCidr)]),
    ...securityGroup(owner, vpc, defaultGroup, 'default', [{ ipProtocol: '-1', groups: [defaultGroup] }]),
    ...clientInstance(owner, {
      vantage: 'client-provider',
      physicalId: 'i-0a00000000000c183',
      subnet: clientSubnet,
      address: '10.0.2.83',
      securityGroup: clientGroup,
    }),
  }
}
