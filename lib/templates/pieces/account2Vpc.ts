import type { Part } from '../part'
import type { Setting } from '../setting'
import { account2, secondAccount } from './accounts'
import { clientInstance } from './clientInstance'
import { interfaceEndpoint } from './interfaceEndpoint'
import { active, anywhere, routeTable, securityGroup, tcpFrom, vpcWithAcl } from './network'
import { subnets } from './subnets'

export const account2VpcId = 'vpc-0ddd3333eeee4444f'
export const account2EndpointId = 'vpce-08cbeb493b8abab4f'

const vpc = account2VpcId
const cidr = '172.31.0.0/16'
const [a, b, c] = ['subnet-0d00000000000000a', 'subnet-0d00000000000000b', 'subnet-0d00000000000000c']
const table = 'rtb-0d000000000000001'
const internetGateway = 'igw-0d000000000000001'
const acl = 'acl-0d000000000000001'
const endpointGroup = 'sg-0d0000000000e9001'
const clientGroup = 'sg-0d000000000c11e01'

/** The default VPC of account 2 with an endpoint of its own; it is peered with nothing. */
export function account2Vpc(setting: Setting): Part {
  const owner = { account: account2, region: setting.region }
  return {
    ...secondAccount(setting),
    ...vpcWithAcl(owner, vpc, 'account 2 default', cidr, acl),
    ...subnets(setting, owner, vpc, acl, [
      { id: a, name: 'a', cidr: '172.31.0.0/20', zone: 'a', routeTable: table },
      { id: b, name: 'b', cidr: '172.31.16.0/20', zone: 'b', routeTable: table },
      { id: c, name: 'c', cidr: '172.31.32.0/20', zone: 'c', routeTable: table },
    ]),
    ...routeTable(owner, vpc, table, 'main', [active(cidr, 'local'), active(anywhere, internetGateway)], true),
    [internetGateway]: { kind: 'gateway', physicalId: internetGateway, ...owner, type: 'internet', vpc },
    ...securityGroup(owner, vpc, endpointGroup, 'endpoint', [tcpFrom(443, cidr)]),
    ...interfaceEndpoint(setting, owner, {
      id: account2EndpointId,
      name: 'account 2 execute-api',
      random: 'xctesn7p',
      vpc,
      interfaces: [
        { subnet: a, address: '172.31.5.60', zone: 'a' },
        { subnet: b, address: '172.31.20.61', zone: 'b' },
        { subnet: c, address: '172.31.37.62', zone: 'c' },
      ],
      securityGroup: endpointGroup,
    }),
    ...securityGroup(owner, vpc, clientGroup, 'client', [tcpFrom(22, cidr)]),
    ...clientInstance(owner, {
      vantage: 'client-account2',
      physicalId: 'i-0d00000000000c173',
      subnet: c,
      address: '172.31.42.173',
      securityGroup: clientGroup,
    }),
  }
}
