import type { Part } from '../part'
import type { Setting } from '../setting'
import { account1 } from './accounts'
import { clientInstance } from './clientInstance'
import { active, anywhere, routeTable, securityGroup, vpcWithAcl } from './network'
import { subnets } from './subnets'

const vpc = 'vpc-0ccc2020aaaa2020b'
const cidr = '10.20.0.0/16'
const subnet = 'subnet-0c00000000000000b'
const table = 'rtb-0c000000000000001'
const natGateway = 'nat-0c000000000000001'
const acl = 'acl-0c000000000000001'
const group = 'sg-0c000000000c11e01'

/** A VPC without an execute-api endpoint: its client calls the Regional API over its NAT gateway. */
export function plainVpc(setting: Setting): Part {
  const owner = { account: account1, region: setting.region }
  return {
    ...vpcWithAcl(owner, vpc, 'plain', cidr, acl),
    ...subnets(setting, owner, vpc, acl, [
      { id: subnet, name: 'plain', cidr: '10.20.2.0/24', zone: 'b', routeTable: table },
    ]),
    ...routeTable(owner, vpc, table, 'plain', [active(cidr, 'local'), active(anywhere, natGateway)], true),
    [natGateway]: { kind: 'gateway', physicalId: natGateway, ...owner, type: 'nat', vpc, state: 'available' },
    ...securityGroup(owner, vpc, group, 'client-plain', []),
    ...clientInstance(owner, {
      vantage: 'client-plain',
      physicalId: 'i-0a00000000000c120',
      subnet,
      address: '10.20.2.20',
      securityGroup: group,
    }),
  }
}
